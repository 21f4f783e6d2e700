package hongli.ledger.wire;

import hongli.economy.command.MemberId;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Dividend;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Promotion;
import hongli.economy.fact.Transfer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a [FactWriter] wrote.
final class FactReader {
    private static final List<Transfer.Reason> REASONS = List.of(Transfer.Reason.values());
    private static final List<Account.Kind> KINDS = List.of(Account.Kind.values());

    private final ByteReader in;
    private final RecentMembers members;
    private final Shapes shapes;

    FactReader(ByteReader in, RecentMembers members, Shapes shapes) {
        this.in = in;
        this.members = members;
        this.shapes = shapes;
    }

    /// @param more whether promotions or a dividend follow
    Fact read(boolean more) {
        int[] legs = readShape();
        List<Transfer> transfers = new ArrayList<>(legs.length);
        for (int leg : legs) {
            Transfer.Reason reason = ByteReader.choice(REASONS, Shapes.reason(leg));
            Account from = readAccount(Shapes.from(leg), Shapes.fromBack(leg));
            Account to = readAccount(Shapes.to(leg), Shapes.toBack(leg));
            transfers.add(new Transfer(reason, from, to, readAmount(from.kind().unit())));
        }
        return more ? new Fact(transfers, readPromotions(), readDividend()) : new Fact(transfers, List.of(), null);
    }

    private int[] readShape() {
        int number = in.readCount();
        if (number != Shapes.NEW) {
            return shapes.at(number);
        }
        int[] legs = new int[in.readCount()];
        for (int i = 0; i < legs.length; i++) {
            legs[i] = (int) in.readNumber();
        }
        shapes.add(legs);
        return legs;
    }

    private Account readAccount(int place, int back) {
        Account.Kind kind = ByteReader.choice(KINDS, place);
        return new Account(kind, kind.isOfMember() ? readMember(back) : null);
    }

    private MemberId readMember(int back) {
        if (back != RecentMembers.UNKNOWN) {
            return members.at(back);
        }
        var member = new MemberId(in.readText());
        members.add(member);
        return member;
    }

    private Wide readAmount(Account.Unit unit) {
        Wide written = in.readWide();
        return switch (unit) {
            case POINTS, CONSTANT -> written;
            case MONEY, QUOTA -> {
                Wide half = new Wide(written.high() >> 1, written.low() >>> 1 | written.high() << 63);
                yield (written.low() & 1) == 0 ? half.times(PicoFen.PER_FEN) : half;
            }
        };
    }

    private List<Promotion> readPromotions() {
        List<Promotion> promotions = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            promotions.add(new Promotion(readMember(in.read()), in.read()));
        }
        return promotions;
    }

    private @Nullable Dividend readDividend() {
        int form = in.read();
        if (form == FactWriter.NO_DIVIDEND) {
            return null;
        }
        LocalDate date = form == FactWriter.DATED ? readDate(in) : null;
        var perMicroPoint = new PicoFen(in.readWide());
        List<PicoFen> perHead = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            perHead.add(new PicoFen(in.readWide()));
        }
        return new Dividend(date, perMicroPoint, perHead);
    }

    static LocalDate readDate(ByteReader in) {
        try {
            return LocalDate.ofEpochDay(in.readSigned());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("date must be in the calendar", e);
        }
    }
}
