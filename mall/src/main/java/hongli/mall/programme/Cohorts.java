package hongli.mall.programme;

import hongli.economy.Holding;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Transfer;
import hongli.ledger.Event;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// What the members who joined in the same month have spent, and what they have received until now: arithmetic of what
/// was, no forecast.
public final class Cohorts {
    private static final int PAGE = 4_000;
    private static final String SPENT = """
            select m.id, to_char(m.joined_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
                coalesce(o.fen, 0)::bigint spent_fen
            from mall.member m left join (
                select member, sum(payable_fen - refunded_fen) fen from mall.orders where paid_at is not null
                group by member) o on o.member = m.id
            """;

    private final Tables tables;
    private final Ledger ledger;

    public Cohorts(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    /// Those who joined in one month of China.
    ///
    /// @param month as `2026-03`
    /// @param spent paid for orders, less what was paid back
    /// @param received money from dividends, redemptions and forced sales, and constant points, in whole fen
    /// @param value what their points are worth now
    /// @param quota what they may still receive in dividends at most; a ceiling, no money
    public record Cohort(String month, long members, Money spent, Money received, Money value, Money quota) {
        private Cohort and(Spent one, Got got) {
            return new Cohort(
                    month,
                    members + 1,
                    plus(spent, one.spent()),
                    plus(received, new PicoFen(got.received().isNegative() ? Wide.ZERO : got.received()).toMoney()),
                    plus(value, got.value()),
                    plus(quota, got.quota()));
        }

        private static Money plus(Money one, Money other) {
            return new Money(Math.addExact(one.fen(), other.fen()));
        }
    }

    private record Spent(long member, String month, Money spent) {
        static Spent of(Row row) throws SQLException {
            return new Spent(row.number("id"), row.text("month"), row.money("spent_fen"));
        }
    }

    /// What a member has received and holds.
    private record Got(Wide received, Money value, Money quota) {
        static final Got NOTHING = new Got(Wide.ZERO, Money.ZERO, Money.ZERO);
    }

    /// All months in which somebody joined, the first one first.
    public List<Cohort> all(Actor actor) {
        actor.requireOperator(Permission.PROGRAMME_READ);
        ProgrammeId programme = tables.work(ShopTerms::read).programme();
        Map<Long, Got> got = got(programme);
        Map<String, Cohort> cohorts = new TreeMap<>();
        for (Spent one : tables.work(work -> work.all(SPENT, Spent::of))) {
            Cohort before = cohorts.getOrDefault(
                    one.month(), new Cohort(one.month(), 0, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO));
            cohorts.put(one.month(), before.and(one, got.getOrDefault(one.member(), Got.NOTHING)));
        }
        return new ArrayList<>(cohorts.values());
    }

    private Map<Long, Got> got(ProgrammeId programme) {
        var books = new Books();
        long position = 0;
        List<Event> events = ledger.events().after(programme, position, PAGE).orElse(List.of());
        while (!events.isEmpty()) {
            events.forEach(books::add);
            position = events.getLast().position();
            events = ledger.events().after(programme, position, PAGE).orElse(List.of());
        }
        return ledger.read(programme, view -> got(view, books)).orElse(Map.of());
    }

    private static Map<Long, Got> got(View view, Books books) {
        Map<Long, Got> got = new HashMap<>();
        for (int number = 0; number < view.totals().members(); number++) {
            Holding holding = view.holding(number);
            OptionalLong member = Ids.memberOf(holding.member());
            if (member.isPresent()) {
                Wide kept = holding.cash()
                        .count()
                        .plus(PicoFen.of(holding.heldCash()).count());
                // Granted and not yet booked: the engine counts it as cash already, the journal does not tell it yet.
                Wide accrued = kept.minus(books.cash.getOrDefault(holding.member(), Wide.ZERO));
                Wide received =
                        books.received.getOrDefault(holding.member(), Wide.ZERO).plus(accrued);
                got.put(
                        member.getAsLong(),
                        new Got(
                                received,
                                value(view, holding.points()),
                                holding.quota().toMoney()));
            }
        }
        return got;
    }

    private static Money value(View view, Points points) {
        return view.terms().hasPool() ? view.totals().price().value(points) : Money.ZERO;
    }

    /// Members' cash, as the journal tells it, and what of all they got came from the programme.
    private static final class Books {
        private final Map<MemberId, Wide> cash = new HashMap<>();
        private final Map<MemberId, Wide> received = new HashMap<>();

        void add(Event event) {
            if (event.outcome() instanceof Outcome.Applied(Fact fact)) {
                fact.transfers().forEach(this::add);
            }
        }

        private void add(Transfer transfer) {
            add(transfer.from(), transfer.to(), Wide.ZERO.minus(transfer.amount()));
            add(transfer.to(), transfer.from(), transfer.amount());
        }

        private void add(Account own, Account counter, Wide amount) {
            MemberId member = own.member();
            if (member == null) {
                return;
            }
            boolean isCash = own.kind() == Kind.CASH || own.kind() == Kind.HELD_CASH;
            if (isCash) {
                cash.merge(member, amount, Wide::plus);
            }
            if (isCash && isOfTheProgramme(counter.kind())) {
                received.merge(member, amount, Wide::plus);
            }
            if (own.kind() == Kind.CONSTANT && counter.kind() == Kind.UNISSUED_CONSTANT && amount.isPositive()) {
                received.merge(member, amount.times(PicoFen.PER_FEN), Wide::plus);
            }
        }

        private static boolean isOfTheProgramme(Kind kind) {
            return switch (kind) {
                case POOL, DIVIDENDS, FIXED_FUND, TIER_FUND -> true;
                default -> false;
            };
        }
    }
}
