package hongli.economy.exact;

/// Whole numbers written as decimals, and read back: `2150` with two decimals is `21.50`.
public final class Decimals {
    private static final int MAX_LENGTH = 40;

    /// So many digits always fit 64 bits.
    private static final int DIGITS_OF_LONG = 18;

    /// Why a text is no amount.
    public enum Fault {
        /// Not digits with at most one point.
        NOT_A_DECIMAL,
        /// More decimals than the unit has.
        TOO_MANY_DECIMALS,
        /// Below zero.
        NEGATIVE,
        /// Above the limit.
        TOO_LARGE
    }

    /// What a text says: a whole number, or why it says none.
    public sealed interface Reading {
        /// The number, in the smallest unit.
        record Whole(long value) implements Reading {}

        /// What is wrong with the text.
        record Unreadable(Fault fault) implements Reading {}
    }

    private Decimals() {}

    /// `value` in the smallest unit, as a decimal with just `decimals` places.
    public static String format(Wide value, int decimals) {
        if (value.isNegative()) {
            return "-" + format(Wide.ZERO.minus(value), decimals);
        }
        String digits = value.toString();
        String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
        int point = padded.length() - decimals;
        return decimals == 0 ? padded : padded.substring(0, point) + "." + padded.substring(point);
    }

    /// The whole number that `text` is in units of 10^-`decimals`, from 0 to `limit`.
    public static Reading read(String text, int decimals, long limit) {
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        if (!isDecimal(digits)) {
            return new Reading.Unreadable(Fault.NOT_A_DECIMAL);
        }
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "" : digits.substring(point + 1);
        if (fraction.length() > decimals) {
            return new Reading.Unreadable(Fault.TOO_MANY_DECIMALS);
        }
        Reading magnitude = magnitude(whole + fraction + "0".repeat(decimals - fraction.length()), limit);
        return negative && !magnitude.equals(new Reading.Whole(0)) ? new Reading.Unreadable(Fault.NEGATIVE) : magnitude;
    }

    private static Reading magnitude(String digits, long limit) {
        if (digits.length() <= DIGITS_OF_LONG) {
            long value = Long.parseLong(digits);
            return value > limit ? new Reading.Unreadable(Fault.TOO_LARGE) : new Reading.Whole(value);
        }
        Wide value = Wide.ZERO;
        for (int i = 0; i < digits.length(); i++) {
            value = value.times(10).plus(Wide.of(digits.charAt(i) - '0'));
            if (value.compareTo(Wide.of(limit)) > 0) {
                return new Reading.Unreadable(Fault.TOO_LARGE);
            }
        }
        return new Reading.Whole(value.toLong());
    }

    /// ASCII digits, then perhaps a point and more digits.
    private static boolean isDecimal(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        return text.length() <= MAX_LENGTH && allDigits(whole) && (point < 0 || allDigits(text.substring(point + 1)));
    }

    private static boolean allDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
