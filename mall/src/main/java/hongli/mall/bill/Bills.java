package hongli.mall.bill;

import hongli.economy.exact.Money;
import hongli.ledger.wire.Json;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.posting.Account;
import hongli.mall.posting.Kind;
import hongli.mall.posting.Postings;
import hongli.mall.refusal.General;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Merchants' settlement bills: made for whole days that have ended, then checked, approved and paid, by
/// different hands.
public final class Bills {
    /// The days of bills are those of this place.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final String BILLS = """
            select b.id, b.merchant, m.name, b.from_day, b.until_day, b.status, b.content::text as content,
                b.payable_fen, b.carried_fen, b.made_at, b.checked_by, b.approved_by, b.paid_by
            from mall.bill b join mall.merchant m on m.id = b.merchant
            """;
    private static final Duration SETTLED = Duration.ofMinutes(10);
    private static final String OVERLAPPING = """
            select from mall.bill where merchant = ? and from_day <= ? and until_day >= ?
            """;
    private static final String CARRIED = """
            select least(payable_fen, 0) as fen from mall.bill where merchant = ? and until_day < ?
            order by until_day desc limit 1
            """;
    private static final String INSERT = """
            insert into mall.bill (merchant, from_day, until_day, status, content, payable_fen, carried_fen, made_at)
            values (?, ?, ?, 'draft', ?::jsonb, ?, ?, ?) returning id
            """;

    private final Tables tables;
    private final Exchanges exchanges;

    /// @param exchanges tells what merchants gave back to the programme
    public Bills(Tables tables, Exchanges exchanges) {
        this.tables = tables;
        this.exchanges = exchanges;
    }

    /// What bills are made of.
    public BillBook book() {
        return new BillBook(tables, exchanges);
    }

    /// Whole days, both included.
    public record Period(LocalDate from, LocalDate until) {
        Instant begin() {
            return from.atStartOfDay(ZONE).toInstant();
        }

        Instant end() {
            return until.plusDays(1).atStartOfDay(ZONE).toInstant();
        }
    }

    /// A bill as it stands.
    ///
    /// @param content the figures, as JSON
    /// @param payableFen what is to be paid; below zero where the merchant owes, which the next bill takes
    ///     over
    /// @param carriedFen what an earlier bill left over, nothing or below
    public record Bill(
            long id,
            long merchant,
            String name,
            Period period,
            Step step,
            String content,
            long payableFen,
            long carriedFen,
            Instant madeAt,
            List<String> hands) {
        public Bill {
            hands = List.copyOf(hands);
        }
    }

    /// The steps of a bill, in order.
    public enum Step {
        DRAFT(Permission.BILLS_CHECK, "checked_by"),
        CHECKED(Permission.BILLS_CHECK, "checked_by"),
        APPROVED(Permission.BILLS_APPROVE, "approved_by"),
        PAID(Permission.BILLS_PAY, "paid_by");

        private final Permission permission;
        private final String hand;

        Step(Permission permission, String hand) {
            this.permission = permission;
            this.hand = hand;
        }

        /// As it stands in tables and on the wire.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// What somebody needs to bring a bill here.
        public Permission permission() {
            return permission;
        }
    }

    /// Makes the bills of all merchants for a period; those for which nothing happened have none. How many
    /// there are.
    public int makeAll(Actor actor, Period period) {
        var operator = actor.requireOperator(Permission.BILLS_CHECK);
        List<Long> merchants = tables.work(work -> work.all(
                "select distinct merchant from mall.posting where merchant is not null and at >= ? and at < ?"
                        + " and 'merchant' in (debit, credit) order by merchant",
                row -> row.number("merchant"),
                period.begin(),
                period.end()));
        merchants.forEach(merchant -> {
            var _ = make(operator, merchant, period);
        });
        return merchants.size();
    }

    /// Makes the bill of one merchant, and answers its id.
    public long make(Actor actor, long merchant, Period period) {
        var operator = actor.requireOperator(Permission.BILLS_CHECK);
        long exchanged = exchanges.between(merchant, period.begin(), period.end()).stream()
                .mapToLong(each -> each.amount().fen())
                .reduce(0, Math::addExact);
        return tables.work(work -> {
            requireSound(work, merchant, period);
            Figures figures = Figures.of(work, merchant, period.begin(), period.end(), exchanged);
            long carried = work.find(CARRIED, row -> row.number("fen"), merchant, period.from())
                    .orElse(0L);
            long id = work.insert(
                    INSERT,
                    merchant,
                    period.from(),
                    period.until(),
                    Json.text(figures.fields()),
                    Math.addExact(figures.owed(), carried),
                    carried,
                    work.now());
            tell(work, operator, id, null, Step.DRAFT);
            return id;
        });
    }

    private static void requireSound(Transaction work, long merchant, Period period) {
        if (work.find("select id from mall.merchant where id = ? for update", row -> row.number("id"), merchant)
                .isEmpty()) {
            throw General.NOT_FOUND.with();
        }
        // What began in the period is in the books by then, however long it takes.
        if (period.end().plus(SETTLED).isAfter(work.now()) || period.until().isBefore(period.from())) {
            throw BillGround.BILL_PERIOD_OPEN.with("until", period.until().toString());
        }
        if (work.exists(OVERLAPPING, merchant, period.until(), period.from())) {
            throw BillGround.BILL_OVERLAPS.with("merchant", merchant);
        }
    }

    /// Brings a bill to its next step.
    ///
    /// @param payment where it is paid, the number of the payment at the bank
    public Bill advance(Actor actor, long id, Step to, Optional<String> payment) {
        var operator = actor.requireOperator(to.permission());
        return tables.work(work -> {
            Bill bill = work.find(BILLS + " where b.id = ? for update of b", Bills::read, id)
                    .orElseThrow(General.NOT_FOUND::with);
            if (to == Step.DRAFT || bill.step().ordinal() + 1 != to.ordinal()) {
                throw notAtStep(bill, to);
            }
            if (bill.hands().contains(operator.label())) {
                throw BillGround.BILL_SAME_HAND.with("bill", id);
            }
            work.run("update mall.bill set status = ?, " + to.hand + " = ? where id = ?", to, operator.label(), id);
            if (to == Step.PAID) {
                pay(work, bill);
            }
            tell(work, operator, id, bill.step(), to);
            payment.ifPresent(number -> Trail.tell(
                    work,
                    operator,
                    "bill.payment",
                    new Trail.Subject("bill", id),
                    new Trail.Change(null, Map.of("payment", number))));
            return work.one(BILLS + " where b.id = ?", Bills::read, id);
        });
    }

    private static Refusal notAtStep(Bill bill, Step to) {
        return BillGround.BILL_NOT_AT_STEP.with(
                "bill", bill.id(), "step", bill.step().word(), "to", to.word());
    }

    private static void pay(Transaction work, Bill bill) {
        if (bill.payableFen() > 0) {
            Postings.put(
                    work,
                    new Postings.Entry(
                            "bill:" + bill.id(),
                            Kind.BILL,
                            Account.MERCHANT,
                            Account.MONEY,
                            new Money(bill.payableFen()),
                            bill.merchant(),
                            null));
        }
    }

    private static void tell(Transaction work, Actor actor, long id, @Nullable Step before, Step after) {
        Trail.tell(
                work,
                actor,
                "bill." + after.word(),
                new Trail.Subject("bill", id),
                new Trail.Change(
                        before == null ? null : Map.of("status", before.word()), Map.of("status", after.word())));
    }

    /// Which bills a page shows; null where it does not matter.
    ///
    /// @param from whose period does not end before
    /// @param until whose period does not begin after
    public record Filter(
            @Nullable Long merchant,
            @Nullable Step step,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        public Filter(@Nullable Long merchant, @Nullable Step step) {
            this(merchant, step, null, null);
        }
    }

    /// Bills of all merchants, for an operator who may see them.
    public Page<Bill> all(Actor actor, Filter filter, Listing.Wish wish) {
        actor.requireOperator(Permission.BILLS_READ);
        return tables.work(work -> page(work, filter, wish));
    }

    /// Bills of a clerk's own merchant.
    public Page<Bill> own(Actor actor, Filter filter, Listing.Wish wish) {
        var clerk = actor.requireClerk(Permission.BILLS_READ);
        var own = new Filter(clerk.merchant(), filter.step(), filter.from(), filter.until());
        return tables.workAs(clerk.merchant(), work -> page(work, own, wish));
    }

    private static Page<Bill> page(Transaction work, Filter filter, Listing.Wish wish) {
        return Listing.of(BILLS)
                .whereGiven("b.merchant = ?", filter.merchant())
                .whereGiven("b.status = ?", filter.step())
                .whereGiven("b.until_day >= ?", filter.from())
                .whereGiven("b.from_day <= ?", filter.until())
                .page(work, wish, Map.of("from", "from_day date", "payable", "payable_fen bigint"), Bills::read);
    }

    static Bill read(Row row) throws SQLException {
        List<String> hands = new ArrayList<>();
        for (String column : List.of("checked_by", "approved_by", "paid_by")) {
            row.findText(column).ifPresent(hands::add);
        }
        return new Bill(
                row.number("id"),
                row.number("merchant"),
                row.text("name"),
                new Period(row.date("from_day"), row.date("until_day")),
                row.word("status", Step.class),
                row.text("content"),
                row.number("payable_fen"),
                row.number("carried_fen"),
                row.time("made_at"),
                hands);
    }
}
