package hongli.mall.people;

import hongli.mall.table.Transaction;
import java.util.List;

/// What a person leaves behind in the tables: a word wherever one can stand.
final class Traces {
    static final String SECRET = "只有本人知道";

    private Traces() {}

    /// Plants a word that tells of the person wherever one can stand.
    static void leave(Transaction work, long member, long order) {
        long product = work.insert(
                "insert into mall.product (merchant, kind, title, status, created_at)"
                        + " values (1, 'top_up', '话费', 'approved', ?) returning id",
                work.now());
        long variant = work.insert(
                "insert into mall.variant (product, merchant, sku, price_fen) values (?, 1, ?, 100) returning id",
                product,
                "S" + order);
        long line = work.insert(
                "insert into mall.order_line (order_id, merchant, product, variant, kind, title, specification, target,"
                        + " quantity, list_fen, unit_fen, cost_fen, paid_fen)"
                        + " values (?, 1, ?, ?, 'top_up', '话费', '{}', ?, 1, 100, 100, 40, 100) returning id",
                order,
                product,
                variant,
                SECRET);
        lines(work, member, order, line);
        people(work, member);
        afterwards(work, member, order, line);
    }

    private static void lines(Transaction work, long member, long order, long line) {
        work.run(
                "update mall.orders set note = ?, address = jsonb_build_object('receiver', ?::text) where id = ?",
                SECRET,
                SECRET,
                order);
        work.run(
                "insert into mall.order_event (order_id, merchant, at, actor, after, note)"
                        + " values (?, 1, ?, 'member', 'completed', ?)",
                order,
                work.now(),
                SECRET);
        work.run(
                "insert into mall.top_up (order_id, line, merchant, account, status, told, asked_at)"
                        + " values (?, ?, 1, ?, 'done', ?, ?)",
                order,
                line,
                SECRET,
                SECRET,
                work.now());
        work.run(
                "insert into mall.review (product, merchant, member, line, stars, content, at)"
                        + " values (?, 1, ?, ?, 5, ?, ?)",
                work.number("select product number from mall.order_line where id = ?", line),
                member,
                line,
                SECRET,
                work.now());
    }

    private static void people(Transaction work, long member) {
        work.run(
                "insert into mall.referral_history (member, code, source, outcome, at) values (?, ?, 'code', 'x', ?)",
                member,
                SECRET,
                work.now());
        work.run(
                "insert into mall.merchant (name, status, owner, contact, licence, created_at)"
                        + " values ('店', 'rejected', ?, ?, ?, ?)",
                member,
                SECRET,
                SECRET,
                work.now());
    }

    private static void afterwards(Transaction work, long member, long order, long line) {
        long parcel = work.insert(
                "insert into mall.package (order_id, merchant, carrier, number, lines, shipped_at)"
                        + " values (?, 1, '顺丰', ?, '{}', ?) returning id",
                order,
                SECRET,
                work.now());
        work.run(
                "insert into mall.package_event (package, merchant, at, place, content) values (?, 1, ?, ?, ?)",
                parcel,
                work.now(),
                SECRET,
                SECRET);
        long picture = work.insert(
                "insert into mall.evidence (member, content, at) values (?, ?, ?) returning id",
                member,
                new byte[] {1, 2, 3},
                work.now());
        long found = work.insert(
                "insert into mall.after_sale (order_id, line, merchant, member, kind, quantity, amount_fen, reason,"
                        + " evidence, carrier, number, status, asked_at)"
                        + " values (?, ?, 1, ?, 'return', 1, 100, ?, ?, ?, ?, 'done', ?) returning id",
                order,
                line,
                member,
                SECRET,
                List.of(picture),
                SECRET,
                SECRET,
                work.now());
        work.run(
                "insert into mall.after_sale_event (after_sale, merchant, at, actor, after, note)"
                        + " values (?, 1, ?, 'member', 'done', ?)",
                found,
                work.now(),
                SECRET);
        money(work, member, order);
    }

    private static void money(Transaction work, long member, long order) {
        work.run(
                "insert into mall.refund (payment, order_id, reference, reason, amount_fen, status, started_at)"
                        + " values (?, ?, ?, ?, 100, 'done', ?)",
                payment(work, order),
                order,
                "R" + order,
                SECRET,
                work.now());
        work.run(
                "insert into mall.withdrawal (member, key, amount_fen, account, status, hold, asked_at, note)"
                        + " values (?, 'k', 100, ?, 'paid', 'h', ?, ?)",
                member,
                SECRET,
                work.now(),
                SECRET);
    }

    static long payment(Transaction work, long order) {
        return work.insert(
                "insert into mall.payment (checkout, way, attempt, channel, reference, amount_fen, status, started_at)"
                        + " select checkout, 'channel', 1, 'sandbox', ?, 100, 'paid', ? from mall.orders where id = ?"
                        + " returning id",
                "P" + order,
                work.now(),
                order);
    }

    static long order(Transaction work, long member, String status) {
        long checkout = work.insert(
                "insert into mall.checkout (member, key, request, status, payable_fen, explanation, placed_at)"
                        + " values (?, 'k', '', 'paid', 100, '[]', ?) returning id",
                member,
                work.now());
        return work.insert(
                "insert into mall.orders (number, checkout, member, merchant, status, goods_fen, freight_fen,"
                        + " payable_fen, address, note, placed_at)"
                        + " values (?, ?, ?, 1, ?, 100, 0, 100, '{\"receiver\":\"王小明\"}', '科技路1号', ?) returning id",
                "N-" + member,
                checkout,
                member,
                status,
                work.now());
    }
}
