package hongli.mall.merchant;

import hongli.economy.exact.Money;
import hongli.economy.terms.Fault;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a merchant sold, or all of them, day by day and piece by piece; days are those of China.
public final class Statistics {
    private static final int MOST_DAYS = 366;
    private static final String DAYS = """
            with asked as (select ?::bigint merchant, ?::date first_day, ?::date last_day),
            own as (
                select o.*, (o.placed_at at time zone 'Asia/Shanghai')::date placed_on,
                    (o.paid_at at time zone 'Asia/Shanghai')::date paid_on,
                    (o.completed_at at time zone 'Asia/Shanghai')::date completed_on
                from mall.orders o join asked on %s),
            told as (
                select placed_on as day, 1 placed, 0 paid, 0 completed, 0::bigint paid_fen, 0::bigint refunded_fen
                from own
                union all select paid_on, 0, 1, 0, payable_fen, refunded_fen from own where paid_on is not null
                union all select completed_on, 0, 0, 1, 0, 0 from own where completed_on is not null)
            select d.day::date as day, coalesce(sum(t.placed), 0)::bigint placed, coalesce(sum(t.paid), 0)::bigint paid,
                coalesce(sum(t.completed), 0)::bigint completed, coalesce(sum(t.paid_fen), 0)::bigint paid_fen,
                coalesce(sum(t.refunded_fen), 0)::bigint refunded_fen
            from asked, generate_series(asked.first_day, asked.last_day, interval '1 day') d(day)
            left join told t on t.day = d.day::date
            group by d.day order by d.day
            """;
    private static final String BEST = """
            select l.product, max(l.title) title, sum(l.quantity)::bigint quantity, sum(l.paid_fen)::bigint paid_fen
            from mall.order_line l join mall.orders o on o.id = l.order_id
            where %s and (o.paid_at at time zone 'Asia/Shanghai')::date between ?::date and ?::date
            group by l.product order by 4 desc, 1 limit 20
            """;

    private static final String DAYS_OF_ONE = DAYS.formatted("asked.merchant = o.merchant");
    private static final String DAYS_OF_ALL = DAYS.formatted("asked.merchant is null");
    private static final String BEST_OF_ONE = BEST.formatted("o.merchant = ?");
    private static final String BEST_OF_ALL = BEST.formatted("?::bigint is null");

    private final Tables tables;

    public Statistics(Tables tables) {
        this.tables = tables;
    }

    /// One day.
    ///
    /// @param refunded what was given back until now of what was paid that day
    public record Day(LocalDate day, long placed, long paid, Money paidAmount, Money refunded, long completed) {}

    /// A product and what was paid for it.
    public record BestSeller(long product, String title, long quantity, Money paidAmount) {}

    /// The days from `from` to `until`, both included, those without orders too.
    public List<Day> days(Actor actor, LocalDate from, LocalDate until) {
        Seller seller = Seller.of(tables, actor, Permission.ORDERS_READ);
        requireRange(from, until);
        return seller.work(tables, work -> days(work, seller.merchant(), from, until));
    }

    /// As [#days], of one merchant, or of all where it is null; for operators.
    public List<Day> daysOfAll(Actor actor, @Nullable Long merchant, LocalDate from, LocalDate until) {
        actor.requireOperator(Permission.ORDERS_READ);
        requireRange(from, until);
        return tables.work(work -> days(work, merchant, from, until));
    }

    /// The twenty products that most was paid for in these days.
    public List<BestSeller> best(Actor actor, LocalDate from, LocalDate until) {
        Seller seller = Seller.of(tables, actor, Permission.ORDERS_READ);
        requireRange(from, until);
        return seller.work(tables, work -> best(work, seller.merchant(), from, until));
    }

    /// As [#best], of one merchant, or of all where it is null; for operators.
    public List<BestSeller> bestOfAll(Actor actor, @Nullable Long merchant, LocalDate from, LocalDate until) {
        actor.requireOperator(Permission.ORDERS_READ);
        requireRange(from, until);
        return tables.work(work -> best(work, merchant, from, until));
    }

    private static List<Day> days(Transaction work, @Nullable Long merchant, LocalDate from, LocalDate until) {
        return work.all(merchant == null ? DAYS_OF_ALL : DAYS_OF_ONE, Statistics::day, merchant, from, until);
    }

    private static List<BestSeller> best(Transaction work, @Nullable Long merchant, LocalDate from, LocalDate until) {
        return work.all(
                merchant == null ? BEST_OF_ALL : BEST_OF_ONE,
                row -> new BestSeller(
                        row.number("product"), row.text("title"), row.number("quantity"), row.money("paid_fen")),
                merchant,
                from,
                until);
    }

    private static Day day(Row row) throws SQLException {
        return new Day(
                row.date("day"),
                row.number("placed"),
                row.number("paid"),
                row.money("paid_fen"),
                row.money("refunded_fen"),
                row.number("completed"));
    }

    private static void requireRange(LocalDate from, LocalDate until) {
        long days = ChronoUnit.DAYS.between(from, until);
        if (days < 0 || days >= MOST_DAYS) {
            throw Refusal.of(List.of(new Fault(
                    "until",
                    "out_of_range",
                    "from the first day on, at most " + MOST_DAYS + " days",
                    until.toString())));
        }
    }
}
