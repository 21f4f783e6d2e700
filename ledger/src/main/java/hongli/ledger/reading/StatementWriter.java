package hongli.ledger.reading;

import hongli.economy.command.MemberId;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Transfer;
import hongli.ledger.journal.Bytes;
import hongli.ledger.wire.ByteWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Packs postings into rows of statements: time, command and subject once, then line by line what changed.
///
/// Reasons and accounts go by their place in their enum, commands by their place in a list; new ones go to the end. A
/// line's side tells the sign: the account that gives loses. Money and quota are whole fen more often than not: the
/// lowest bit says whether fen or pico-fen follow.
@SuppressWarnings("EnumOrdinal")
public final class StatementWriter {
    static final int VERSION = 1;
    static final int NO_SUBJECT = 0;
    static final int MEMBER_ITSELF = 1;
    static final int SPELT_OUT = 2;
    static final List<String> TYPES = List.of(
            "order.settled",
            "member.joined",
            "order.reversed",
            "points.redeemed",
            "points.converted",
            "constant.spent",
            "constant.exchanged",
            "cash.withdrawn",
            "funds.held",
            "funds.captured",
            "funds.released",
            "day.closed",
            "programme.closed",
            "programme.opened");

    private static final int ROOM = 64;

    /// A row that is being written.
    private static final class Draft {
        private final ByteWriter out = new ByteWriter(ROOM);
        private int line = -1;
    }

    private final List<StatementRow> rows = new ArrayList<>();
    private final Map<MemberId, Draft> drafts = new LinkedHashMap<>();
    private long position;

    private StatementWriter() {}

    /// The rows of all members whom the postings touch, in order of position.
    public static List<StatementRow> rows(List<Posting> postings) {
        var writer = new StatementWriter();
        postings.forEach(writer::add);
        writer.close();
        return writer.rows;
    }

    private void add(Posting posting) {
        if (posting.position() != position) {
            close();
            position = posting.position();
        }
        Transfer transfer = posting.transfer();
        add(posting, 0, transfer.from(), transfer.to());
        add(posting, 1, transfer.to(), transfer.from());
    }

    private void close() {
        drafts.forEach((member, draft) -> rows.add(new StatementRow(member, position, Bytes.of(draft.out.toBytes()))));
        drafts.clear();
    }

    private void add(Posting posting, int side, Account own, Account counter) {
        MemberId member = own.member();
        if (member == null) {
            return;
        }
        Draft draft = drafts.get(member);
        if (draft == null) {
            draft = new Draft();
            drafts.put(member, draft);
            begin(draft.out, member, posting);
        }
        int line = 2 * posting.line() + side;
        draft.out.writeNumber(line - draft.line);
        draft.line = line;
        draft.out.write(posting.transfer().reason().ordinal());
        draft.out.write(own.kind().ordinal());
        writeAmount(draft.out, posting.transfer().amount(), own.kind().unit());
        writeCounter(draft.out, member, counter);
    }

    private static void begin(ByteWriter out, MemberId member, Posting posting) {
        out.write(VERSION);
        out.writeSigned(ChronoUnit.MICROS.between(Instant.EPOCH, posting.at()));
        int type = TYPES.indexOf(posting.commandType());
        out.write(type + 1);
        if (type < 0) {
            out.writeText(posting.commandType());
        }
        writeSubject(out, member, posting.subject());
    }

    private static void writeSubject(ByteWriter out, MemberId member, @Nullable String subject) {
        if (subject == null) {
            out.write(NO_SUBJECT);
        } else if (subject.equals(member.text())) {
            out.write(MEMBER_ITSELF);
        } else {
            out.write(SPELT_OUT);
            out.writeText(subject);
        }
    }

    private static void writeAmount(ByteWriter out, Wide amount, Account.Unit unit) {
        switch (unit) {
            case POINTS, CONSTANT -> out.writeWide(amount);
            case MONEY, QUOTA -> {
                Wide fen = amount.dividedBy(PicoFen.PER_FEN);
                boolean whole = fen.times(PicoFen.PER_FEN).equals(amount);
                out.writeWide(whole ? fen.shifted(1) : amount.shifted(1).plus(Wide.of(1)));
            }
        }
    }

    /// The member on the other side is nothing where it is the same one.
    private static void writeCounter(ByteWriter out, MemberId member, Account counter) {
        out.write(counter.kind().ordinal());
        MemberId other = counter.member();
        if (other != null) {
            out.writeText(other.equals(member) ? "" : other.text());
        }
    }
}
