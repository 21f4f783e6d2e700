package hongli.ledger.heart;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the actions of a run come from.
interface Script {
    /// The next action, or null when there are no more.
    ///
    /// @param stage as it is now
    @Nullable
    Action next(Stage stage);

    /// Actions that were written down.
    static Script of(List<Action> actions) {
        Iterator<Action> left = actions.iterator();
        return _ -> left.hasNext() ? left.next() : null;
    }
}
