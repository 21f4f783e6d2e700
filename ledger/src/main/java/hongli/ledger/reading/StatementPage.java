package hongli.ledger.reading;

import hongli.economy.exact.Wide;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines of a statement, the newest first, and where the next page begins.
///
/// @param balances what the account of each line held after it; dividends not yet booked are not in it
/// @param next what to ask for next, null after the oldest line
public record StatementPage(List<StatementLine> lines, List<Wide> balances, StatementLine.@Nullable Place next) {
    public StatementPage {
        lines = List.copyOf(lines);
        balances = List.copyOf(balances);
    }
}
