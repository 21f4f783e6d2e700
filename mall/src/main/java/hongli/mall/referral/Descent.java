package hongli.mall.referral;

import java.time.Instant;
import java.util.List;

/// All who stand below a member in the line of referrals: how many on each level, and the branches they form.
///
/// @param members how many there are
/// @param levels from the nearest on
/// @param branches those whom the member brought, the greatest branch first; a hundred at most
public record Descent(long members, List<Level> levels, List<Branch> branches) {
    public Descent {
        levels = List.copyOf(levels);
        branches = List.copyOf(branches);
    }

    /// One level: how many stand on it, and how many of them are active.
    public record Level(int level, long members, long active) {}

    /// Somebody whom the member brought, and all below.
    ///
    /// @param below how many stand below this one
    /// @param depth how many levels they form
    public record Branch(long member, String name, boolean active, Instant boundAt, long below, int depth) {}
}
