package hongli.ledger.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines of a statement, the newest first, and where the next page begins.
///
/// @param next what to ask for next, null after the oldest line
public record StatementPage(List<StatementLine> lines, StatementLine.@Nullable Place next) {
    public StatementPage {
        lines = List.copyOf(lines);
    }
}
