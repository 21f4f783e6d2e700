package hongli.ledger.wire;

import hongli.economy.exact.Decimals;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Unit;

/// Amounts of an account's unit as decimals: yuan with 14 places for money and quota, points with 6, constant points
/// with 2.
public final class Amounts {
    private Amounts() {}

    /// How many decimals an amount of `unit` has.
    public static int decimals(Unit unit) {
        return switch (unit) {
            case MONEY, QUOTA -> 14;
            case POINTS -> 6;
            case CONSTANT -> 2;
        };
    }

    /// `amount` in the smallest unit, which may be below zero, as a decimal.
    public static String text(Wide amount, Unit unit) {
        return Decimals.format(amount, decimals(unit));
    }

    /// Reads back what [#text] wrote.
    public static Wide parse(String text, Unit unit) {
        return parse(text, decimals(unit));
    }

    static Wide parse(String text, int decimals) {
        boolean negative = text.startsWith("-");
        int point = decimals == 0 ? text.length() : text.length() - decimals - 1;
        Wide value = Wide.ZERO;
        for (int i = negative ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i == point ? c != '.' : c < '0' || c > '9') {
                throw new IllegalArgumentException("text must have " + decimals + " decimals: text=" + text);
            }
            value = i == point ? value : value.times(10).plus(Wide.of(c - '0'));
        }
        return negative ? Wide.ZERO.minus(value) : value;
    }
}
