package hongli.ledger.wire;

import hongli.economy.command.MemberId;
import hongli.economy.exact.PicoFen;
import hongli.economy.fact.Account;
import hongli.economy.fact.Dividend;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Promotion;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.Transfer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Outcomes in few bytes, as the journal keeps them; equal outcomes give equal bytes. One thread at a time.
///
/// First the version and whether the command was applied. A refusal follows as its code and its named texts. A fact
/// follows as its transfers, promotions and dividend: reasons and accounts by their place in their enum (a test keeps
/// those places), a member by its text where it is new or by its distance back among the last members written where it
/// is not, amounts in seven bits a byte. An order takes about a hundred bytes.
@SuppressWarnings("EnumOrdinal")
public final class OutcomeBytes {
    private static final int VERSION = 1;
    private static final int REFUSED = 0;
    private static final int APPLIED = 1;
    private static final int NO_DIVIDEND = 0;
    private static final int UNDATED = 1;
    private static final int DATED = 2;
    private static final List<Transfer.Reason> REASONS = List.of(Transfer.Reason.values());
    private static final List<Account.Kind> KINDS = List.of(Account.Kind.values());

    private final ByteWriter out = new ByteWriter();
    private final RecentMembers members = new RecentMembers();

    /// The bytes of `outcome`.
    public byte[] toBytes(Outcome outcome) {
        out.clear();
        members.clear();
        out.write(VERSION);
        switch (outcome) {
            case Outcome.Applied(Fact fact) -> {
                out.write(APPLIED);
                writeFact(fact);
            }
            case Outcome.Refused(Refusal refusal) -> {
                out.write(REFUSED);
                writeRefusal(refusal);
            }
        }
        return out.toBytes();
    }

    /// Reads back what [#toBytes] wrote.
    public Outcome parse(byte[] bytes) {
        members.clear();
        var in = new ByteReader(bytes);
        int version = in.read();
        if (version != VERSION) {
            throw new IllegalArgumentException("version must be " + VERSION + ": version=" + version);
        }
        Outcome outcome = in.read() == APPLIED
                ? new Outcome.Applied(readFact(in))
                : new Outcome.Refused(RefusalFields.parse(readTexts(in)));
        if (!in.isAtEnd()) {
            throw new IllegalArgumentException("bytes must end with the outcome: length=" + bytes.length);
        }
        return outcome;
    }

    private void writeRefusal(Refusal refusal) {
        Map<String, String> fields = RefusalFields.of(refusal);
        out.writeNumber(fields.size());
        fields.forEach((name, text) -> {
            out.writeText(name);
            out.writeText(text);
        });
    }

    private static Map<String, String> readTexts(ByteReader in) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            fields.put(in.readText(), in.readText());
        }
        return fields;
    }

    private void writeFact(Fact fact) {
        out.writeNumber(fact.transfers().size());
        for (Transfer transfer : fact.transfers()) {
            out.write(transfer.reason().ordinal());
            writeAccount(transfer.from());
            writeAccount(transfer.to());
            out.writeWide(transfer.amount());
        }
        out.writeNumber(fact.promotions().size());
        for (Promotion promotion : fact.promotions()) {
            writeMember(promotion.member());
            out.write(promotion.tier());
        }
        writeDividend(fact.dividend());
    }

    private Fact readFact(ByteReader in) {
        List<Transfer> transfers = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            transfers.add(new Transfer(REASONS.get(in.read()), readAccount(in), readAccount(in), in.readWide()));
        }
        List<Promotion> promotions = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            promotions.add(new Promotion(readMember(in), in.read()));
        }
        return new Fact(transfers, promotions, readDividend(in));
    }

    private void writeAccount(Account account) {
        out.write(account.kind().ordinal());
        MemberId member = account.member();
        if (member != null) {
            writeMember(member);
        }
    }

    private Account readAccount(ByteReader in) {
        Account.Kind kind = KINDS.get(in.read());
        return new Account(kind, kind.isOfMember() ? readMember(in) : null);
    }

    private void writeMember(MemberId member) {
        int back = members.distanceOf(member);
        out.write(back);
        if (back == RecentMembers.UNKNOWN) {
            out.writeText(member.text());
            members.add(member);
        }
    }

    private MemberId readMember(ByteReader in) {
        int back = in.read();
        if (back != RecentMembers.UNKNOWN) {
            return members.at(back);
        }
        var member = new MemberId(in.readText());
        members.add(member);
        return member;
    }

    private void writeDividend(@Nullable Dividend dividend) {
        if (dividend == null) {
            out.write(NO_DIVIDEND);
            return;
        }
        LocalDate date = dividend.date();
        out.write(date == null ? UNDATED : DATED);
        if (date != null) {
            out.writeText(date.toString());
        }
        out.writeWide(dividend.perMicroPoint().count());
        out.writeNumber(dividend.perHead().size());
        dividend.perHead().forEach(part -> out.writeWide(part.count()));
    }

    private static @Nullable Dividend readDividend(ByteReader in) {
        int form = in.read();
        if (form == NO_DIVIDEND) {
            return null;
        }
        LocalDate date = form == DATED ? LocalDate.parse(in.readText()) : null;
        var perMicroPoint = new PicoFen(in.readWide());
        List<PicoFen> perHead = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            perHead.add(new PicoFen(in.readWide()));
        }
        return new Dividend(date, perMicroPoint, perHead);
    }
}
