package hongli.mall.reconciliation;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.payment.ChannelAway;
import hongli.mall.payment.Channels;
import hongli.mall.payment.PayChannel;
import hongli.mall.payment.SandboxChannel;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import hongli.mall.trail.Trail;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares, day by day, what a channel counts with what we count, reference by reference.
///
/// A day is China's, and a payment belongs to the day that the channel says it was made. Every morning the day before
/// is compared; running a day again replaces what was found.
public final class Reconciliations {
    private static final System.Logger LOG = System.getLogger(Reconciliations.class.getName());
    private static final String TIMER = "reconciliation";
    private static final ZoneId ZONE = SandboxChannel.ZONE;
    private static final Duration MORNING = Duration.ofHours(10);
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final String OURS = """
            select p.reference, p.amount_fen from mall.payment p
            where p.channel = ? and p.status = 'paid' and p.paid_at >= ? and p.paid_at < ?
            union all
            select r.reference, r.amount_fen from mall.refund r join mall.payment p on p.id = r.payment
            where p.channel = ? and r.status = 'done' and r.done_at >= ? and r.done_at < ?
            """;

    private static final long NONE = -1;
    private static final String LINES = """
            insert into mall.reconciliation_line (reconciliation, reference, ours_fen, theirs_fen, outcome)
            select ?::bigint, l.reference, nullif(l.ours, -1), nullif(l.theirs, -1), l.outcome
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[]) l (reference, ours, theirs, outcome)
            """;

    private final Tables tables;
    private final Channels channels;

    public Reconciliations(Tables tables, Channels channels) {
        this.tables = tables;
        this.channels = channels;
    }

    /// What comparing one reference found.
    public enum Outcome {
        MATCHED,
        OURS_ONLY,
        THEIRS_ONLY,
        AMOUNT_DIFFERS
    }

    /// One reference of a payment or a refund.
    public record Line(String reference, Optional<Money> ours, Optional<Money> theirs, Outcome outcome) {
        static Line of(String reference, Optional<Money> ours, Optional<Money> theirs) {
            Outcome outcome = ours.isEmpty()
                    ? Outcome.THEIRS_ONLY
                    : theirs.isEmpty()
                            ? Outcome.OURS_ONLY
                            : ours.equals(theirs) ? Outcome.MATCHED : Outcome.AMOUNT_DIFFERS;
            return new Line(reference, ours, theirs, outcome);
        }

        static Line of(Row row) throws SQLException {
            return new Line(
                    row.text("reference"),
                    money(row, "ours_fen"),
                    money(row, "theirs_fen"),
                    row.word("outcome", Outcome.class));
        }

        private static Optional<Money> money(Row row, String column) throws SQLException {
            var fen = row.findNumber(column);
            return fen.isPresent() ? Optional.of(new Money(fen.getAsLong())) : Optional.empty();
        }
    }

    /// A day that was compared, and how many references came out how.
    public record Day(long id, String channel, LocalDate day, Instant at, Map<Outcome, Long> counts) {}

    /// Compares one day now.
    public Day run(Actor actor, String channel, LocalDate day) {
        Actor operator = actor.requireOperator(Permission.RECONCILIATION_RUN);
        List<PayChannel.BillLine> bill = channels.named(channel).bill(day);
        return tables.work(work -> {
            long id = compare(work, channel, day, bill);
            Trail.tell(
                    work,
                    operator,
                    "reconciliation.run",
                    new Trail.Subject("reconciliation", id),
                    new Trail.Change(null, Map.of("channel", channel, "day", day.toString())));
            return day(work, id);
        });
    }

    private static long compare(Transaction work, String channel, LocalDate day, List<PayChannel.BillLine> bill) {
        Map<String, Optional<Money>> theirs = new TreeMap<>();
        bill.forEach(line -> theirs.put(line.reference(), Optional.of(line.amount())));
        Instant from = day.atStartOfDay(ZONE).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        Map<String, Optional<Money>> ours = new TreeMap<>();
        work.all(
                        OURS,
                        row -> new PayChannel.BillLine(
                                row.text("reference"), PayChannel.BillLine.Kind.PAYMENT, row.money("amount_fen")),
                        channel,
                        from,
                        until,
                        channel,
                        from,
                        until)
                .forEach(line -> ours.put(line.reference(), Optional.of(line.amount())));
        List<Line> lines = new ArrayList<>();
        ours.forEach((reference, amount) ->
                lines.add(Line.of(reference, amount, theirs.getOrDefault(reference, Optional.empty()))));
        theirs.forEach((reference, amount) -> {
            if (!ours.containsKey(reference)) {
                lines.add(Line.of(reference, Optional.empty(), amount));
            }
        });
        return keep(work, channel, day, lines);
    }

    private static long keep(Transaction work, String channel, LocalDate day, List<Line> lines) {
        long id = work.insert(
                "insert into mall.reconciliation (channel, day, at) values (?, ?, ?)"
                        + " on conflict (channel, day) do update set at = excluded.at returning id",
                channel,
                day,
                work.now());
        work.send("delete from mall.reconciliation_line where reconciliation = ?", id);
        work.send(
                LINES,
                id,
                lines.stream().map(Line::reference).toList(),
                lines.stream().map(line -> fen(line.ours())).toList(),
                lines.stream().map(line -> fen(line.theirs())).toList(),
                lines.stream().map(Line::outcome).toList());
        return id;
    }

    private static long fen(Optional<Money> amount) {
        return amount.map(Money::fen).orElse(NONE);
    }

    private static Day day(Transaction work, long id) {
        Map<Outcome, Long> counts = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            counts.put(
                    outcome,
                    work.number(
                            "select count(*) number from mall.reconciliation_line"
                                    + " where reconciliation = ? and outcome = ?",
                            id,
                            outcome));
        }
        return work.find(
                        "select * from mall.reconciliation where id = ?",
                        row -> new Day(row.number("id"), row.text("channel"), row.date("day"), row.time("at"), counts),
                        id)
                .orElseThrow(General.NOT_FOUND::with);
    }

    /// Days that were compared.
    public Page<Day> days(Actor actor, @Nullable String channel, Listing.Wish wish) {
        actor.requireOperator(Permission.PAYMENTS_READ);
        return tables.work(work -> Listing.of("select r.* from mall.reconciliation r")
                .whereGiven("r.channel = ?", channel)
                .page(work, wish, Map.of("day", "day date"), row -> row.number("id"))
                .map(id -> day(work, id)));
    }

    /// The lines of one day, by their references.
    public Page<Line> lines(Actor actor, long reconciliation, @Nullable Outcome outcome, Listing.Wish wish) {
        actor.requireOperator(Permission.PAYMENTS_READ);
        return tables.work(work -> {
            day(work, reconciliation);
            return Listing.of("select l.*, row_number() over (order by l.reference) as id"
                            + " from mall.reconciliation_line l")
                    .where("l.reconciliation = ?", reconciliation)
                    .whereGiven(
                            "l.outcome = ?",
                            outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT))
                    .page(work, wish, Map.of("reference", "reference text"), Line::of);
        });
    }

    /// Has the day before be compared every morning.
    public void register(Timers timers) {
        timers.when(TIMER, (work, day) -> {
            plan(work, day + 1);
            // The day's own timer stays until every channel's bill was compared.
            Timers.put(work, TIMER, day, work.now().plus(AGAIN));
            work.afterwards(() -> compare(day));
        });
        tables.run(work -> {
            if (!work.exists("select from mall.timer where kind = ?", TIMER)) {
                plan(work, LocalDate.ofInstant(work.now(), ZONE).toEpochDay());
            }
        });
    }

    private static void plan(Transaction work, long day) {
        Instant due =
                LocalDate.ofEpochDay(day + 1).atStartOfDay(ZONE).toInstant().plus(MORNING);
        Timers.put(work, TIMER, day, due);
    }

    private void compare(long day) {
        boolean done = true;
        for (String channel : channels.names()) {
            done &= isCompared(channel, LocalDate.ofEpochDay(day));
        }
        if (done) {
            tables.run(work -> Timers.drop(work, TIMER, day));
        }
    }

    private boolean isCompared(String channel, LocalDate day) {
        try {
            List<PayChannel.BillLine> bill = channels.named(channel).bill(day);
            tables.run(work -> compare(work, channel, day, bill));
            return true;
        } catch (ChannelAway e) {
            LOG.log(Level.WARNING, "bill waits: channel=" + channel + " day=" + day, e);
            return false;
        }
    }
}
