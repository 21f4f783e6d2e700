package hongli.ledger.reading;

import hongli.economy.command.MemberId;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The read models of all programmes: built in order of position, and free to be dropped and built again.
///
/// Every method that reads throws `JournalDamaged` where what is kept cannot be read.
public interface ReadModels {
    /// Before the opening of a programme is told.
    long UNBEGUN = -1;

    /// The last position told of a programme, or [#UNBEGUN].
    long position(int programme);

    /// Adds what follows position `after`, wholly or not at all.
    void add(int programme, long after, Derived derived);

    /// Forgets a programme.
    void clear(int programme);

    /// At most `limit` lines of a member's statement before `from`, the newest first.
    List<StatementLine> statement(int programme, MemberId member, StatementLine.Place from, int limit);

    /// What a member's accounts held before a place in its statement; accounts that never moved are left out.
    Map<Account.Kind, Wide> balances(int programme, MemberId member, StatementLine.Place before);

    /// All rows of these members' statements from position `from` to `upTo`, in any order.
    List<StatementRow> rows(int programme, Collection<MemberId> members, long from, long upTo);

    /// How much there is; it may take as long as reading it all.
    Extent extent(int programme);

    /// At most `limit` points of the price history in order, from the first at `position` or later.
    List<PricePoint> prices(int programme, long position, int limit);

    /// The last point of the price history, or null.
    @Nullable
    PricePoint lastPrice(int programme);

    /// The whole price history in at most `most` points, evenly spread, the first and the last among them.
    List<PricePoint> thinnedPrices(int programme, int most);

    /// At most `limit` days in order, from the first at `position` or later.
    List<DividendDay> dividends(int programme, long position, int limit);
}
