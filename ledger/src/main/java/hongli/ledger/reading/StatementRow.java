package hongli.ledger.reading;

import hongli.economy.command.MemberId;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.ledger.journal.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What one command changed in one member's accounts: its lines, packed by a [StatementWriter].
///
/// @param position the entry of the journal
public record StatementRow(MemberId member, long position, Bytes content) {
    /// The lines, in order.
    ///
    /// @throws IllegalArgumentException where the content was not written by a [StatementWriter]
    public List<StatementLine> lines() {
        return new StatementReader(this).lines();
    }

    /// At most `limit` lines before `from` out of rows that begin with the newest, the newest line first.
    public static List<StatementLine> newest(Iterable<StatementRow> rows, StatementLine.Place from, int limit) {
        List<StatementLine> newest = new ArrayList<>();
        for (StatementRow row : rows) {
            for (StatementLine line : row.lines().reversed()) {
                if (newest.size() == limit) {
                    return newest;
                }
                if (line.place().compareTo(from) < 0) {
                    newest.add(line);
                }
            }
        }
        return newest;
    }

    /// Adds the changes before `before` to `balances`.
    public void addTo(Map<Account.Kind, Wide> balances, StatementLine.Place before) {
        for (StatementLine line : lines()) {
            if (line.place().compareTo(before) < 0) {
                balances.merge(line.account(), line.change(), Wide::plus);
            }
        }
    }
}
