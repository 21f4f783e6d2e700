package hongli.app.serve;

import hongli.economy.Price;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.reading.StatementLine.Place;
import hongli.ledger.reading.StatementPage;
import hongli.web.ReadModels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ledger's read models, told in the counter's words.
final class LedgerReadModels implements ReadModels {
    private static final int AT_ONCE = 1_000;

    private final Ledger ledger;

    LedgerReadModels(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The lines of a page and, because each tells the balance it left, all that are older.
    @Override
    public Page<StatementLine> statement(ProgrammeId programme, MemberId member, @Nullable String cursor, int limit) {
        Place from = cursor == null ? Place.NEWEST : Place.parse(cursor);
        if (from == null) {
            throw new IllegalArgumentException("cursor must be position.line: cursor=" + cursor);
        }
        List<hongli.ledger.reading.StatementLine> older = new ArrayList<>();
        for (Place next = from; next != null; ) {
            StatementPage page =
                    ledger.statements().page(programme, member, next, AT_ONCE).orElseThrow();
            older.addAll(page.lines());
            next = page.next();
        }
        List<StatementLine> lines = withBalances(older);
        boolean more = lines.size() > limit;
        return new Page<>(
                more ? lines.subList(0, limit) : lines,
                more ? older.get(limit - 1).place().toString() : null);
    }

    private static List<StatementLine> withBalances(List<hongli.ledger.reading.StatementLine> newestFirst) {
        Map<Account.Kind, Wide> balances = new EnumMap<>(Account.Kind.class);
        List<StatementLine> oldestFirst = new ArrayList<>();
        for (var line : newestFirst.reversed()) {
            Wide balance = balances.merge(line.account(), line.change(), Wide::plus);
            oldestFirst.add(new StatementLine(
                    line.position(),
                    line.at(),
                    line.commandType(),
                    line.reason(),
                    line.account(),
                    line.change(),
                    balance));
        }
        return oldestFirst.reversed();
    }

    @Override
    public List<PricePoint> prices(ProgrammeId programme, long after, int limit) {
        List<PricePoint> points = new ArrayList<>();
        String price = "";
        for (var point : ledger.prices().page(programme, after + 1, limit).orElseThrow()) {
            var fraction = point.price();
            price = fraction != null ? fraction.toString() : price.isEmpty() ? before(programme, after) : price;
            points.add(new PricePoint(point.position(), point.at(), price, point.pool(), point.circulating()));
        }
        return points;
    }

    /// The price that still counts after the command at `position`, where pool or circulation are nothing.
    private String before(ProgrammeId programme, long position) {
        String price = ledger.read(
                        programme, view -> Price.ofPar(view.terms().par()).toString())
                .orElseThrow();
        for (long from = 0; from <= position; ) {
            var page = ledger.prices().page(programme, from, AT_ONCE).orElseThrow();
            for (var point : page) {
                var fraction = point.price();
                price = fraction != null && point.position() <= position ? fraction.toString() : price;
            }
            from = page.size() < AT_ONCE ? Long.MAX_VALUE : page.getLast().position() + 1;
        }
        return price;
    }

    @Override
    public List<Event> events(ProgrammeId programme, long after, int limit) {
        return ledger.events().after(programme, after, limit).orElseThrow().stream()
                .map(event -> new Event(event.position(), event.at(), event.key(), event.command(), event.outcome()))
                .toList();
    }

    @Override
    public boolean awaitEvent(ProgrammeId programme, long after, Duration patience) {
        return ledger.events().awaitPosition(programme, after, patience).orElseThrow() > after;
    }

    @Override
    public List<Progress> progress() {
        return List.of(new Progress("postings", ledger.figures().lag()));
    }
}
