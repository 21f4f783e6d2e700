package hongli.app.demo;

/// How much a demo holds.
///
/// @param days lived up to now
/// @param members in the tree of referrals
/// @param orders placed, about so many
public record Scale(int days, int members, int orders) {
    public Scale {
        if (days < 2 || members < Cast.MEMBERS.size() || orders < 1) {
            throw new IllegalArgumentException(
                    "a demo must hold something: days=" + days + ", members=" + members + ", orders=" + orders);
        }
    }

    /// How many days a demo lives unless somebody says otherwise.
    public static final int USUAL_DAYS = 90;

    /// The longest: bookings are opened for a year ahead.
    public static final int MOST_DAYS = 300;

    /// As many members and orders as go with so many days: two hundred and nine hundred with ninety.
    public static Scale of(int days) {
        return new Scale(days, Math.min(200, 20 + 2 * days), days * 10);
    }
}
