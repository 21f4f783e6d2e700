package hongli.mall.audit;

import hongli.mall.table.Transaction;
import java.util.List;

/// What must hold in the mall's own tables, each as a query for what contradicts it.
///
/// What is only on its way is no contradiction: an order that the house is about to look at may lack its postings.
enum Rule {
    ORDER_IS_ITS_LINES("orders", "an order must come to what its lines come to", """
            select o.number subject, 'order=' || o.payable_fen || ' back ' || o.refunded_fen
                || ', lines=' || coalesce(l.paid, 0) || ' back ' || coalesce(l.back, 0) found
            from mall.orders o left join (
                select order_id, sum(paid_fen) paid, sum(refunded_fen) back from mall.order_line group by order_id) l
                on l.order_id = o.id
            where o.payable_fen <> coalesce(l.paid, 0) or o.refunded_fen <> coalesce(l.back, 0)
            """),
    CHECKOUT_IS_ITS_ORDERS("checkout", "a checkout must come to what its orders come to", """
            select c.id::text subject, 'checkout=' || c.payable_fen || ', orders=' || coalesce(o.fen, 0) found
            from mall.checkout c left join (
                select checkout, sum(payable_fen) fen from mall.orders group by checkout) o on o.checkout = c.id
            where c.payable_fen <> coalesce(o.fen, 0)
            """),
    PAID_IN_FULL("checkout", "a checkout must be paid in full by what counts, or by nothing", """
            select c.id::text subject, c.status || '=' || c.payable_fen || ', paid=' || coalesce(p.fen, 0) found
            from mall.checkout c left join (
                select checkout, sum(amount_fen) fen from mall.payment where counts group by checkout) p
                on p.checkout = c.id
            where coalesce(p.fen, 0) <> case when c.status = 'paid' then c.payable_fen else 0 end
            """),
    REFUNDS_ARE_COUNTED("payment", "what goes back of a payment must be counted there", """
            select p.reference subject, 'payment=' || p.refunded_fen || ', refunds=' || coalesce(r.live, 0) || ' of '
                || coalesce(r.fen, 0) found
            from mall.payment p left join (
                select payment, sum(amount_fen) fen, sum(amount_fen) filter (where status <> 'failed') live
                from mall.refund group by payment) r on r.payment = p.id
            where p.refunded_fen not between coalesce(r.live, 0) and coalesce(r.fen, 0)
            """),
    PAYMENT_IS_POSTED("payment", "a payment that was made must be posted as it is", """
            select 'payment:' || p.id subject, 'payment=' || p.amount_fen || ', posting='
                || coalesce(b.amount_fen::text, 'none') found
            from mall.payment p left join mall.posting b on b.key = 'payment:' || p.id
            where p.status in ('paid', 'captured') and b.amount_fen is distinct from p.amount_fen
                and not exists (
                    select from mall.orders o join mall.timer t on t.subject = o.id and t.kind = 'programme.align'
                    where o.checkout = p.checkout)
            """),
    REFUND_IS_POSTED("refund", "a refund that was made must be posted as it is", """
            select 'refund:' || r.id subject, 'refund=' || r.amount_fen || ', posting='
                || coalesce(b.amount_fen::text, 'none') found
            from mall.refund r join mall.payment p on p.id = r.payment and p.status in ('paid', 'captured')
            left join mall.posting b on b.key = 'refund:' || r.id
            where r.status = 'done' and b.amount_fen is distinct from r.amount_fen
                and not exists (
                    select from mall.orders o join mall.timer t on t.subject = o.id and t.kind = 'programme.align'
                    where o.checkout = p.checkout)
            """),
    POSTING_HAS_A_CAUSE("posting", "what is posted of a payment, refund or withdrawal must have been made", """
            select b.key subject, 'posting=' || b.amount_fen found from mall.posting b
            where b.kind = 'payment' and b.key like 'payment:%' and not exists (
                    select from mall.payment p where b.key = 'payment:' || p.id and p.status in ('paid', 'captured'))
                or b.kind = 'refund' and b.key like 'refund:%' and not exists (
                    select from mall.refund r where b.key = 'refund:' || r.id and r.status = 'done')
                or b.kind = 'withdrawal' and b.key like 'withdrawal:%' and not exists (
                    select from mall.withdrawal w where b.key = 'withdrawal:' || w.id and w.status = 'paid')
            """),
    WITHDRAWAL_IS_POSTED("withdrawal", "a withdrawal that was paid out must be posted as it is", """
            select 'withdrawal:' || w.id subject, 'withdrawal=' || w.amount_fen || ', posting='
                || coalesce(b.amount_fen::text, 'none') found
            from mall.withdrawal w left join mall.posting b on b.key = 'withdrawal:' || w.id
            where w.status = 'paid' and b.amount_fen is distinct from w.amount_fen
            """),
    STOCK_IS_KEPT_FOR_A_TIME("checkout", "an unpaid checkout must have its time, or its stock is kept for ever", """
            select c.id::text subject, 'no timer' found from mall.checkout c
            where c.status = 'unpaid' and not exists (
                select from mall.timer t where t.kind = 'order.unpaid' and t.subject = c.id)
            """),
    STATES_AGREE("orders", "an order must be unpaid or cancelled just when its checkout is", """
            select o.number subject, 'order=' || o.status || ', checkout=' || c.status found
            from mall.orders o join mall.checkout c on c.id = o.checkout
            where (o.status in ('unpaid', 'cancelled')) <> (c.status <> 'paid')
                or c.status <> 'paid' and o.status <> c.status
            """),
    SOLD_IS_COUNTED("product", "a product must count as sold what was paid", """
            select p.id::text subject, 'sold=' || p.sold || ', paid=' || coalesce(l.pieces, 0) found
            from mall.product p left join (
                select l.product, sum(l.quantity) pieces from mall.order_line l
                join mall.orders o on o.id = l.order_id join mall.checkout c on c.id = o.checkout
                where c.status = 'paid' group by l.product) l on l.product = p.id
            where p.sold <> coalesce(l.pieces, 0)
            """),
    COUPON_IS_FREE("coupon", "a coupon must not be kept for what was cancelled", """
            select k.id::text subject, 'checkout=' || c.id found from mall.coupon k
            join mall.checkout c on c.id = k.checkout where c.status = 'cancelled'
            """),
    SETTLEMENT_IS_TOLD("settlement", "what was settled or reversed must be in the outbox, with one answer", """
            select s.number subject, 'settlement=' || coalesce(s.position::text, 'none') || ', outbox='
                || coalesce(o.position::text, 'none') found
            from mall.settlement s left join mall.outbox o on o.key = s.number
            where o.id is null or o.refusal is null and o.position is distinct from s.position
                or s.reversed_at is not null and not exists (
                    select from mall.outbox r where r.key = s.number || ':reversed')
            """);

    private static final int MOST = 100;

    private final String table;
    private final String what;
    private final String sql;

    Rule(String table, String what, String sql) {
        this.table = table;
        this.what = what;
        this.sql = sql;
    }

    /// What must hold.
    String what() {
        return what;
    }

    /// How many things it speaks of.
    long seen(Transaction work) {
        return work.number("select count(*) number from mall." + table);
    }

    /// What contradicts it; a hundred of them at most.
    List<Finding> contradictions(Transaction work) {
        return work.all(
                "select * from (" + sql + ") found order by subject limit " + MOST,
                row -> new Finding(what, row.text("subject"), row.text("found")));
    }
}
