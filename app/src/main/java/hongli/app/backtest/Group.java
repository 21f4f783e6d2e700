package hongli.app.backtest;

import hongli.economy.exact.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// Some members together.
///
/// @param members how many
record Group(int members, Money spent, Money received, Money leaving) {
    private static final int TENTHS = 10;

    /// The members in ten groups of the same size, as near as can be, in their order; fewer where they are fewer.
    static List<Group> tenths(List<MemberFigures> members) {
        List<Group> groups = new ArrayList<>();
        int count = Math.min(TENTHS, members.size());
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) i * members.size() / count);
            int to = (int) ((long) (i + 1) * members.size() / count);
            groups.add(of(members.subList(from, to)));
        }
        return groups;
    }

    static Group of(List<MemberFigures> members) {
        return new Group(
                members.size(),
                sum(members, member -> member.spent().fen()),
                sum(members, member -> member.received().fen()),
                sum(members, member -> member.leaving().fen()));
    }

    private static Money sum(List<MemberFigures> members, ToLongFunction<MemberFigures> part) {
        return new Money(members.stream().mapToLong(part).sum());
    }

    /// How much of each 100 yuan spent `part` is, for drawing.
    double ofHundred(Money part) {
        return spent.fen() == 0 ? 0 : 100.0 * part.fen() / spent.fen();
    }
}
