package hongli.ledger.wire;

import hongli.economy.command.MemberId;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Dividend;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Promotion;
import hongli.economy.fact.Transfer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes facts in few bytes: the shape by its number, or spelt out where it is new; then leg by leg the members that
/// were not met before and the amount.
///
/// Amounts of pico-fen are whole fen more often than not: the lowest bit says whether fen or pico-fen follow. Reasons
/// and accounts go by their place in their enum, and a test keeps those places.
@SuppressWarnings("EnumOrdinal")
final class FactWriter {
    static final int NO_DIVIDEND = 0;
    static final int UNDATED = 1;
    static final int DATED = 2;

    private final ByteWriter out;
    private final RecentMembers members;
    private final Shapes shapes;
    private int[] legs = new int[16];

    FactWriter(ByteWriter out, RecentMembers members, Shapes shapes) {
        this.out = out;
        this.members = members;
        this.shapes = shapes;
    }

    /// Whether [#writeMore] has anything to write.
    static boolean hasMore(Fact fact) {
        return fact.dividend() != null || !fact.promotions().isEmpty();
    }

    /// The transfers, after the members of the command were made known.
    void writeTransfers(List<Transfer> transfers) {
        int length = transfers.size();
        if (legs.length < length) {
            legs = new int[Math.max(length, legs.length * 2)];
        }
        for (int i = 0; i < length; i++) {
            Transfer transfer = transfers.get(i);
            legs[i] = Shapes.leg(
                    transfer.reason().ordinal(),
                    transfer.from().kind().ordinal(),
                    transfer.to().kind().ordinal(),
                    backTo(transfer.from().member()),
                    backTo(transfer.to().member()));
        }
        writeShape(length);
        for (int i = 0; i < length; i++) {
            Transfer transfer = transfers.get(i);
            writeIfNew(transfer.from().member(), Shapes.fromBack(legs[i]));
            writeIfNew(transfer.to().member(), Shapes.toBack(legs[i]));
            writeAmount(transfer.amount(), transfer.from().kind().unit());
        }
    }

    private int backTo(@Nullable MemberId member) {
        if (member == null) {
            return RecentMembers.UNKNOWN;
        }
        int back = members.distanceOf(member);
        if (back == RecentMembers.UNKNOWN) {
            members.add(member);
        }
        return back;
    }

    private void writeShape(int length) {
        int number = shapes.numberOf(legs, length);
        out.writeNumber(number);
        if (number != Shapes.NEW) {
            return;
        }
        out.writeNumber(length);
        for (int i = 0; i < length; i++) {
            out.writeNumber(legs[i]);
        }
        shapes.add(Arrays.copyOf(legs, length));
    }

    private void writeIfNew(@Nullable MemberId member, int back) {
        if (member != null && back == RecentMembers.UNKNOWN) {
            out.writeText(member.text());
        }
    }

    private void writeAmount(Wide amount, Account.Unit unit) {
        switch (unit) {
            case POINTS, CONSTANT -> out.writeWide(amount);
            case MONEY, QUOTA -> writePicoFen(amount);
        }
    }

    private void writePicoFen(Wide amount) {
        if (amount.fitsLong()) {
            long fen = amount.low() / PicoFen.PER_FEN;
            boolean whole = fen * PicoFen.PER_FEN == amount.low();
            out.writeNumber(whole ? fen << 1 : amount.low() << 1 | 1);
            return;
        }
        Wide fen = amount.dividedBy(PicoFen.PER_FEN);
        boolean whole = fen.times(PicoFen.PER_FEN).equals(amount);
        out.writeWide(whole ? fen.shifted(1) : amount.shifted(1).plus(Wide.of(1)));
    }

    /// Promotions and the dividend of a closed day.
    void writeMore(Fact fact) {
        out.writeNumber(fact.promotions().size());
        for (Promotion promotion : fact.promotions()) {
            int back = backTo(promotion.member());
            out.write(back);
            writeIfNew(promotion.member(), back);
            out.write(promotion.tier());
        }
        Dividend dividend = fact.dividend();
        if (dividend == null) {
            out.write(NO_DIVIDEND);
        } else {
            writeDividend(dividend);
        }
    }

    private void writeDividend(Dividend dividend) {
        LocalDate date = dividend.date();
        out.write(date == null ? UNDATED : DATED);
        if (date != null) {
            out.writeSigned(date.toEpochDay());
        }
        out.writeWide(dividend.perMicroPoint().count());
        out.writeNumber(dividend.perHead().size());
        dividend.perHead().forEach(part -> out.writeWide(part.count()));
    }
}
