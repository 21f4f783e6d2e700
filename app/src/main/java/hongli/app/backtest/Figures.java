package hongli.app.backtest;

import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as people read them: thousands apart, decimals as many as the unit has.
final class Figures {
    private static final int FEN_DECIMALS = 2;
    private static final int PICO_DECIMALS = 14;
    private static final int HUNDRED = 100;

    private Figures() {}

    static String count(long number) {
        return "%,d".formatted(number);
    }

    /// Yuan with at least two decimals, more where there are more.
    static String yuan(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return plain(bare.scale() < FEN_DECIMALS ? bare.setScale(FEN_DECIMALS, RoundingMode.UNNECESSARY) : bare);
    }

    static String yuan(Money money) {
        return plain(BigDecimal.valueOf(money.fen(), FEN_DECIMALS));
    }

    /// Yuan with two decimals; what is below a fen is left out.
    static String yuan(PicoFen money) {
        return plain(exact(money).setScale(FEN_DECIMALS, RoundingMode.FLOOR));
    }

    static BigDecimal exact(PicoFen money) {
        return new BigDecimal(money.toString()).setScale(PICO_DECIMALS, RoundingMode.UNNECESSARY);
    }

    static String points(Points points) {
        return plain(new BigDecimal(points.toString()));
    }

    /// How many of a hundred `part` is of `whole`, with one decimal; a dash where the whole is nothing.
    static String percent(Money part, Money whole) {
        return whole.fen() == 0
                ? "–"
                : BigDecimal.valueOf(part.fen())
                                .multiply(BigDecimal.valueOf(HUNDRED))
                                .divide(BigDecimal.valueOf(whole.fen()), 1, RoundingMode.HALF_UP)
                        + " %";
    }

    private static String plain(BigDecimal number) {
        return ("%,." + Math.max(0, number.scale()) + "f").formatted(number);
    }
}
