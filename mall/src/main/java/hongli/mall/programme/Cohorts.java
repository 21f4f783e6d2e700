package hongli.mall.programme;

import hongli.economy.Holding;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the members who joined in the same month have spent, and what they have received until now: arithmetic of what
/// was, no forecast.
public final class Cohorts {
    private static final String JOINED = """
            select m.id, %s as month,
                coalesce(o.fen, 0)::bigint spent_fen
            from mall.member m left join (
                select member, sum(payable_fen - refunded_fen) fen from mall.orders where paid_at is not null
                group by member) o on o.member = m.id
            """.formatted(Booked.MONTH);

    private final Tables tables;
    private final Ledger ledger;
    private final Booked booked;

    public Cohorts(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
        this.booked = new Booked(tables, ledger);
    }

    /// Those who joined in one month of China.
    ///
    /// @param month as `2026-03`
    /// @param spent paid for orders, less what was paid back
    /// @param received money from dividends, redemptions and forced sales, and constant points, less what
    ///     reversals took back; in whole fen
    /// @param value what their points are worth now
    /// @param quota what they may still receive in dividends at most; a ceiling, no money
    public record Cohort(String month, long members, Money spent, Money received, Money value, Money quota) {}

    /// All months in which somebody joined, the first one first.
    public synchronized List<Cohort> all(Actor actor) {
        actor.requireOperator(Permission.PROGRAMME_READ);
        ProgrammeId programme = tables.work(ShopTerms::read).programme();
        List<Joined> joined = tables.work(work -> work.all(JOINED, Joined::of));
        Map<Long, String> months = joined.stream().collect(Collectors.toMap(Joined::member, Joined::month));
        Held held = ledger.read(programme, view -> Held.of(view, months)).orElse(Held.NOTHING);
        booked.readOn(programme, held.position());
        Map<String, Cohort> cohorts = new TreeMap<>();
        for (Joined one : joined) {
            cohorts.merge(one.month(), one.alone(), Cohorts::together);
        }
        cohorts.replaceAll((month, cohort) -> with(cohort, held.of(month), booked.of(month)));
        return List.copyOf(cohorts.values());
    }

    private static Cohort together(Cohort one, Cohort other) {
        return new Cohort(
                one.month(),
                one.members() + other.members(),
                plus(one.spent(), other.spent()),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO);
    }

    private static Cohort with(Cohort cohort, Held.Sum held, Booked.Sum booked) {
        // Granted and not yet booked: the engine counts it as cash already, the journal does not tell it yet.
        Wide accrued = held.cash().minus(booked.cash());
        Wide received = booked.received().plus(accrued);
        return new Cohort(
                cohort.month(),
                cohort.members(),
                cohort.spent(),
                new PicoFen(received.isNegative() ? Wide.ZERO : received).toMoney(),
                held.value(),
                held.quota());
    }

    private static Money plus(Money one, Money other) {
        return new Money(Math.addExact(one.fen(), other.fen()));
    }

    /// When somebody joined, and what they spent.
    private record Joined(long member, String month, Money spent) {
        static Joined of(Row row) throws SQLException {
            return new Joined(row.number("id"), row.text("month"), row.money("spent_fen"));
        }

        Cohort alone() {
            return new Cohort(month, 1, spent, Money.ZERO, Money.ZERO, Money.ZERO);
        }
    }

    /// What the members of each month hold after the command at `position`.
    private record Held(long position, Map<String, Sum> sums) {
        static final Held NOTHING = new Held(0, Map.of());

        /// @param cash with what is set aside of it
        record Sum(Wide cash, Money value, Money quota) {
            static final Sum NOTHING = new Sum(Wide.ZERO, Money.ZERO, Money.ZERO);

            Sum and(Sum other) {
                return new Sum(
                        cash.plus(other.cash()),
                        Cohorts.plus(value, other.value()),
                        Cohorts.plus(quota, other.quota()));
            }
        }

        static Held of(View view, Map<Long, String> months) {
            Map<String, Sum> sums = new HashMap<>();
            for (int number = 0; number < view.totals().members(); number++) {
                Holding holding = view.holding(number);
                OptionalLong member = Ids.memberOf(holding.member());
                String month = member.isPresent() ? months.get(member.getAsLong()) : null;
                if (month != null) {
                    sums.merge(month, sum(view, holding), Sum::and);
                }
            }
            return new Held(view.position(), sums);
        }

        private static Sum sum(View view, Holding holding) {
            Wide cash =
                    holding.cash().count().plus(PicoFen.of(holding.heldCash()).count());
            Money value = view.terms().hasPool() ? view.totals().price().value(holding.points()) : Money.ZERO;
            return new Sum(cash, value, holding.quota().toMoney());
        }

        Sum of(String month) {
            return sums.getOrDefault(month, Sum.NOTHING);
        }
    }
}
