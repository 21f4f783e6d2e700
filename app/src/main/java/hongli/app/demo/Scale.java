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

    /// Ninety days of two hundred members.
    public static Scale standard() {
        return new Scale(90, 200, 1_200);
    }
}
