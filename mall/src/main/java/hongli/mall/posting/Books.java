package hongli.mall.posting;

import hongli.economy.exact.Money;
import hongli.economy.exact.Rate;
import hongli.mall.sale.SoldLine;
import hongli.mall.sale.SoldLines;
import hongli.mall.table.Row;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Brings the books in line with an order: what was paid and went back, and, once the order is completed,
/// what the merchant has earned of it. However often this is done, what stands is not posted again; what
/// has changed since is posted as the difference.
public final class Books {
    private static final String LOCK = "select from mall.orders where id = ? for update";
    private static final String ORDER = """
            select o.id, o.checkout, o.merchant, o.completed_at is not null as completed, m.commission_millionths,
                purse.constant, purse.cash,
                (select coalesce(sum(deduction_fen), 0)::bigint from mall.after_sale
                    where order_id = o.id and status = 'done') as deduction
            from mall.orders o join mall.merchant m on m.id = o.merchant, lateral (
                select coalesce(sum(left_fen) filter (where way = 'constant'), 0)::bigint as constant,
                    coalesce(sum(left_fen) filter (where way = 'cash'), 0)::bigint as cash
                from (
                    select p.way, p.amount_fen - coalesce((
                        select sum(r.amount_fen) from mall.refund r where r.payment = p.id and r.status = 'done'), 0)
                        as left_fen
                    from mall.payment p
                    where p.order_id = o.id and p.way <> 'channel' and p.counts
                        and p.status in ('held', 'captured')) spent) purse
            where o.id = ?
            """;
    /// Cash and constant points stay in the programme, where merchants receive them.
    private static final String PAYMENTS = """
            insert into mall.posting (key, kind, debit, credit, amount_fen, at)
            select 'payment:' || p.id, 'payment', case p.way when 'channel' then 'money' else 'purse' end, 'advance',
                p.amount_fen, ?::timestamptz
            from mall.payment p
            where p.checkout = ? and p.status in ('paid', 'captured')
                and not exists (select from mall.posting where key = 'payment:' || p.id)
            order by p.id on conflict (key) do nothing
            """;
    private static final String REFUNDS = """
            insert into mall.posting (key, kind, debit, credit, amount_fen, order_id, at)
            select 'refund:' || r.id, 'refund', 'advance', case p.way when 'channel' then 'money' else 'purse' end,
                r.amount_fen, r.order_id, ?::timestamptz
            from mall.refund r join mall.payment p on p.id = r.payment
            where p.checkout = ? and r.status = 'done' and p.status in ('paid', 'captured')
                and not exists (select from mall.posting where key = 'refund:' || r.id)
            order by r.id on conflict (key) do nothing
            """;
    private static final String POSTED = """
            select kind, debit, sum(amount_fen)::bigint as fen, count(*) as postings from mall.posting
            where order_id = ? and kind = any (?) group by kind, debit
            """;

    private Books() {}

    private record Order(
            long id, long checkout, long merchant, boolean completed, Rate commission, Received received) {}

    /// What the merchant has of an order beside what the mall owes it, and what was kept back of refunds, in fen.
    private record Received(long constant, long cash, long deduction) {}

    /// What is moved from one account to another when an order has completed.
    private record Way(Account debit, Account credit) {}

    private static final Map<Kind, Way> EARNINGS = new EnumMap<>(Map.of(
            Kind.SALE, new Way(Account.ADVANCE, Account.MERCHANT),
            Kind.PLATFORM_COUPON, new Way(Account.PLATFORM_COUPONS, Account.MERCHANT),
            Kind.COMMISSION, new Way(Account.MERCHANT, Account.COMMISSION),
            Kind.CONSTANT, new Way(Account.MERCHANT, Account.PURSE),
            Kind.CASH, new Way(Account.MERCHANT, Account.PURSE),
            Kind.DEDUCTION, new Way(Account.ADVANCE, Account.MERCHANT)));

    /// Posts what is missing of an order.
    public static void align(Transaction work, long order) {
        // Whoever aligns the same order at the same time comes after, and finds what was posted.
        work.send(LOCK, order);
        Optional<Order> found = work.find(ORDER, Books::order, order);
        found.ifPresent(there -> {
            work.send(PAYMENTS, work.now(), there.checkout());
            work.send(REFUNDS, work.now(), there.checkout());
            if (there.completed()) {
                earn(work, there);
            }
        });
    }

    private static void earn(Transaction work, Order order) {
        List<SoldLine> lines = SoldLines.ofOrder(work, order.id());
        List<Posted> posted = work.all(
                POSTED,
                row -> new Posted(
                        row.word("kind", Kind.class),
                        row.word("debit", Account.class),
                        row.number("fen"),
                        row.number("postings")),
                order.id(),
                EARNINGS.keySet().stream().map(Kind::word).toList());
        EARNINGS.forEach((kind, way) -> {
            long due = due(kind, order, lines);
            post(
                    work,
                    order,
                    due,
                    posted.stream().filter(each -> each.kind() == kind).toList(),
                    new Posting(kind, way));
        });
    }

    /// What of an order is due under a kind now.
    private static long due(Kind kind, Order order, List<SoldLine> lines) {
        return switch (kind) {
            case SALE -> sum(lines, SoldLine::left);
            case PLATFORM_COUPON -> sum(lines, line -> line.leftOf(line.platformCoupon()));
            case COMMISSION -> sum(lines, line -> commission(line, order.commission()));
            case CONSTANT -> order.received().constant();
            case CASH -> order.received().cash();
            case DEDUCTION -> order.received().deduction();
            case PAYMENT, REFUND, CONTRIBUTION, BILL, ENTRY_FEE, WITHDRAWAL -> 0;
        };
    }

    private static long sum(List<SoldLine> lines, Function<SoldLine, Money> part) {
        return lines.stream().mapToLong(line -> part.apply(line).fen()).reduce(0, Math::addExact);
    }

    /// Of the goods, freight left out: what the buyer paid and what the platform adds.
    private static Money commission(SoldLine line, Rate rate) {
        long goods = Math.max(0, line.paid().fen() - line.freight().fen())
                + line.platformCoupon().fen();
        return line.leftOf(new Money(rate.part(goods).toLong()));
    }

    /// What was posted of a kind towards one account.
    private record Posted(Kind kind, Account debit, long fen, long postings) {}

    private record Posting(Kind kind, Way way) {}

    private static void post(Transaction work, Order order, long due, List<Posted> posted, Posting posting) {
        Way way = posting.way();
        long before = posted.stream()
                .mapToLong(each -> each.debit() == way.debit() ? each.fen() : -each.fen())
                .sum();
        long number = posted.stream().mapToLong(Posted::postings).sum();
        var entry = new Postings.Entry(
                "order:" + order.id() + ":" + posting.kind().word() + ":" + number,
                posting.kind(),
                way.debit(),
                way.credit(),
                new Money(Math.abs(due - before)),
                order.merchant(),
                order.id());
        Postings.put(work, due < before ? entry.turned() : entry);
    }

    private static Order order(Row row) throws SQLException {
        return new Order(
                row.number("id"),
                row.number("checkout"),
                row.number("merchant"),
                row.flag("completed"),
                new Rate(row.number("commission_millionths")),
                new Received(row.number("constant"), row.number("cash"), row.number("deduction")));
    }
}
