package hongli.ledger.reading;

import hongli.economy.command.MemberId;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.ledger.JournalUnavailable;
import java.util.ArrayList;
import java.util.Comparator;
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
        final List<Posting> postings = new ArrayList<>();
        final Map<MemberId, List<StatementLine>> lines = new HashMap<>();
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
        shelf.postings.addAll(derived.postings());
        shelf.prices.addAll(derived.prices());
        shelf.dividends.addAll(derived.dividends());
        for (Posting posting : derived.postings()) {
            addLine(shelf, posting.transfer().from().member(), StatementLine.ofGiver(posting));
            addLine(shelf, posting.transfer().to().member(), StatementLine.ofReceiver(posting));
        }
    }

    private static void addLine(Shelf shelf, @Nullable MemberId member, StatementLine line) {
        if (member != null) {
            shelf.lines.computeIfAbsent(member, _ -> new ArrayList<>()).add(line);
        }
    }

    @Override
    public synchronized void clear(int programme) {
        shelves.remove(programme);
    }

    @Override
    public synchronized List<StatementLine> statement(
            int programme, MemberId member, StatementLine.Place from, int limit) {
        return shelf(programme).lines.getOrDefault(member, List.of()).stream()
                .filter(line -> line.place().compareTo(from) < 0)
                .sorted(Comparator.comparing(StatementLine::place).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<Account.Kind, Wide> balances(int programme, MemberId member, StatementLine.Place before) {
        Map<Account.Kind, Wide> balances = new EnumMap<>(Account.Kind.class);
        shelf(programme).lines.getOrDefault(member, List.of()).stream()
                .filter(line -> line.place().compareTo(before) < 0)
                .forEach(line -> balances.merge(line.account(), line.change(), Wide::plus));
        return balances;
    }

    @Override
    public synchronized List<Posting> postings(int programme, long position, int line, int limit) {
        return shelf(programme).postings.stream()
                .filter(posting ->
                        posting.position() > position || posting.position() == position && posting.line() > line)
                .limit(limit)
                .toList();
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
