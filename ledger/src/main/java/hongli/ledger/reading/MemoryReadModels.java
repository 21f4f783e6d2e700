package hongli.ledger.reading;

import hongli.economy.command.MemberId;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.ledger.JournalUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Read models in memory, for trials and tests.
public final class MemoryReadModels implements ReadModels {
    private static final class Shelf {
        long position = UNBEGUN;
        final Map<MemberId, List<StatementRow>> rows = new HashMap<>();
        final List<PricePoint> prices = new ArrayList<>();
        final List<DividendDay> dividends = new ArrayList<>();
    }

    private final Map<Integer, Shelf> shelves = new TreeMap<>();

    @Override
    public synchronized long position(int programme) {
        return shelf(programme).position;
    }

    @Override
    public synchronized void add(int programme, long after, Derived derived) {
        Shelf shelf = shelf(programme);
        if (shelf.position != after) {
            throw new JournalUnavailable("read models must stand at the position they go on from: after=" + after);
        }
        shelf.position = derived.upTo();
        shelf.prices.addAll(derived.prices());
        shelf.dividends.addAll(derived.dividends());
        for (StatementRow row : StatementWriter.rows(derived.postings())) {
            shelf.rows.computeIfAbsent(row.member(), _ -> new ArrayList<>()).add(row);
        }
    }

    @Override
    public synchronized void clear(int programme) {
        shelves.remove(programme);
    }

    @Override
    public synchronized List<StatementLine> statement(
            int programme, MemberId member, StatementLine.Place from, int limit) {
        return StatementRow.newest(rows(programme, member).reversed(), from, limit);
    }

    @Override
    public synchronized Map<Account.Kind, Wide> balances(int programme, MemberId member, StatementLine.Place before) {
        Map<Account.Kind, Wide> balances = new EnumMap<>(Account.Kind.class);
        rows(programme, member).forEach(row -> row.addTo(balances, before));
        return balances;
    }

    @Override
    public synchronized List<StatementRow> rows(int programme, Collection<MemberId> members, long from, long upTo) {
        return members.stream()
                .flatMap(member -> rows(programme, member).stream())
                .filter(row -> from <= row.position() && row.position() <= upTo)
                .toList();
    }

    private List<StatementRow> rows(int programme, MemberId member) {
        return shelf(programme).rows.getOrDefault(member, List.of());
    }

    @Override
    public synchronized Extent extent(int programme) {
        Shelf shelf = shelf(programme);
        long rows = shelf.rows.values().stream().mapToLong(List::size).sum();
        return new Extent(rows, shelf.prices.size());
    }

    @Override
    public synchronized List<PricePoint> prices(int programme, long position, int limit) {
        return from(shelf(programme).prices, PricePoint::position, position, limit);
    }

    @Override
    public synchronized @Nullable PricePoint lastPrice(int programme) {
        List<PricePoint> all = shelf(programme).prices;
        return all.isEmpty() ? null : all.getLast();
    }

    @Override
    public synchronized List<PricePoint> thinnedPrices(int programme, int most) {
        List<PricePoint> all = shelf(programme).prices;
        int step = Math.max(1, Math.ceilDiv(all.size(), Math.max(1, most - 1)));
        List<PricePoint> thinned = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i == 0 || (all.size() - 1 - i) % step == 0) {
                thinned.add(all.get(i));
            }
        }
        return thinned;
    }

    @Override
    public synchronized List<DividendDay> dividends(int programme, long position, int limit) {
        return from(shelf(programme).dividends, DividendDay::position, position, limit);
    }

    private static <T> List<T> from(List<T> all, ToLongFunction<T> place, long position, int limit) {
        return all.stream()
                .filter(each -> place.applyAsLong(each) >= position)
                .limit(limit)
                .toList();
    }

    private Shelf shelf(int programme) {
        return shelves.computeIfAbsent(programme, _ -> new Shelf());
    }
}
