package hongli.economy;

import java.util.ArrayList;
import java.util.List;

/// A programme as anybody can see it from outside at one moment.
///
/// @param holdings of all members, in order of joining
public record World(Totals totals, List<Holding> holdings) {
    /// What `programme` shows now; costs time in its members.
    public static World of(Programme programme) {
        Totals totals = programme.totals();
        List<Holding> holdings = new ArrayList<>(totals.members());
        for (int member = 0; member < totals.members(); member++) {
            holdings.add(programme.holding(member));
        }
        return new World(totals, holdings);
    }
}
