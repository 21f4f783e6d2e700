package hongli.ledger.wire;

import hongli.economy.command.MemberId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The last few members of an outcome, so that one who appears again need not be spelt again.
final class RecentMembers {
    static final int UNKNOWN = 0;
    private static final int KEPT = 16;

    private final @Nullable MemberId[] ring = new @Nullable MemberId[KEPT];
    private int count;

    void clear() {
        Arrays.fill(ring, null);
        count = 0;
    }

    void add(MemberId member) {
        ring[count++ % KEPT] = member;
    }

    /// 1 for the last member added, 2 for the one before it, and so on, or [#UNKNOWN].
    int distanceOf(MemberId member) {
        for (int back = 1; back <= Math.min(count, KEPT); back++) {
            if (member.equals(ring[(count - back) % KEPT])) {
                return back;
            }
        }
        return UNKNOWN;
    }

    MemberId at(int back) {
        MemberId member = back <= Math.min(count, KEPT) ? ring[(count - back) % KEPT] : null;
        if (member == null) {
            throw new IllegalArgumentException("member must have been written before: back=" + back);
        }
        return member;
    }
}
