package hongli.web.mall.attack;

import static hongli.web.mall.attack.Cast.SECRET;

import hongli.mall.table.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the victim has: something in every table that tells of a member or a merchant.
final class Belongings {
    private final Transaction work;
    private final long member;

    Belongings(Transaction work, long member) {
        this.work = work;
        this.member = member;
    }

    boolean all() {
        long picture = work.insert("insert into mall.picture (merchant, type, width, height, digest, content)"
                + " values (1, 'image/png', 1, 1, '\\x01', '\\x02') returning id");
        long freight = work.insert(
                "insert into mall.freight_template (merchant, name, unit) values (1, ?, 'piece') returning id", SECRET);
        work.run(
                "insert into mall.freight_rate (template, region, first, first_fen, next, next_fen)"
                        + " values (?, '', 1, 100, 1, 100)",
                freight);
        long category = work.insert("insert into mall.category (name) values ('酒') returning id");
        work.run("insert into mall.brand (name) values ('牌')");
        goods(category, picture);
        afterwards(orders(product("approved", "红酒", category, picture)));
        messages();
        return true;
    }

    private void goods(long category, long picture) {
        draft(product("draft", SECRET, category, picture));
        coupons();
        work.run(
                "insert into mall.address (member, receiver, phone, region, street, is_default)"
                        + " values (?, ?, '13900000000', '广东省/深圳市', ?, true)",
                member,
                SECRET,
                SECRET);
    }

    /// Orders in several states; the line of one that is completed.
    private long orders(long product) {
        long variant = variant(product, "S1");
        work.run("insert into mall.slot (variant, merchant, day, stock) values (?, 1, date '2026-03-05', 5)", variant);
        work.run(
                "insert into mall.basket_line (member, variant, quantity, added_at) values (?, ?, 1, ?)",
                member,
                variant,
                work.now());
        order("unpaid", "unpaid", product, variant);
        long line = order("completed", "paid", product, variant);
        order("shipped", "paid", product, variant);
        return line;
    }

    private long product(String status, String title, long category, long picture) {
        return work.insert(
                "insert into mall.product (merchant, kind, title, description, category, pictures, status, on_shelf,"
                        + " created_at) values (1, 'physical', ?, '', ?, ?, ?, ?, ?) returning id",
                title,
                category,
                List.of(picture),
                status,
                status.equals("approved"),
                work.now());
    }

    private void draft(long product) {
        work.run(
                "insert into mall.product_draft (product, merchant, content, submitted_at)"
                        + " values (?, 1, jsonb_build_object('title', ?::text, 'description', '', 'pictures',"
                        + " '[]'::jsonb, 'variants', '[]'::jsonb), ?)",
                product,
                SECRET,
                work.now());
    }

    private long variant(long product, String sku) {
        return work.insert(
                "insert into mall.variant (product, merchant, sku, price_fen, cost_fen, stock)"
                        + " values (?, 1, ?, 10000, 4000, 1000) returning id",
                product,
                sku);
    }

    private void coupons() {
        long kind = work.insert(
                "insert into mall.coupon_kind (merchant, borne_by, name, off_fen, most_issued, from_at, until_at)"
                        + " values (1, 'merchant', ?, 100, 100, ?, timestamptz '2020-01-01') returning id",
                "券",
                work.now());
        work.run("insert into mall.coupon (kind, member, taken_at) values (?, ?, ?)", kind, member, work.now());
    }

    /// An order of one piece; its line.
    private long order(String status, String checkoutStatus, long product, long variant) {
        long checkout = work.insert(
                "insert into mall.checkout (member, key, request, status, payable_fen, explanation, placed_at)"
                        + " values (?, ?, '', ?, 10000, jsonb_build_object('lines', '[]'::jsonb), ?) returning id",
                member,
                "k" + status,
                checkoutStatus,
                work.now());
        long order = work.insert(
                "insert into mall.orders (number, checkout, member, merchant, status, goods_fen, freight_fen,"
                        + " payable_fen, address, note, placed_at, completed_at)"
                        + " values (?, ?, ?, 1, ?, 10000, 0, 10000,"
                        + " jsonb_build_object('receiver', ?::text), ?, ?, ?) returning id",
                SECRET + status,
                checkout,
                member,
                status,
                SECRET,
                SECRET,
                work.now(),
                status.equals("completed") ? work.now() : null);
        work.run(
                "insert into mall.payment (checkout, way, attempt, channel, reference, amount_fen, status, counts,"
                        + " started_at) values (?, 'channel', 1, 'sandbox', ?, 10000, ?, ?, ?)",
                checkout,
                SECRET + status,
                checkoutStatus.equals("paid") ? "paid" : "started",
                checkoutStatus.equals("paid"),
                work.now());
        return work.insert(
                "insert into mall.order_line (order_id, merchant, product, variant, kind, title, specification, target,"
                        + " quantity, list_fen, unit_fen, cost_fen, paid_fen)"
                        + " values (?, 1, ?, ?, 'physical', '红酒', '{}', ?, 1, 10000, 10000, 4000, 10000) returning id",
                order,
                product,
                variant,
                SECRET);
    }

    private void afterwards(long line) {
        long order = work.number("select order_id number from mall.order_line where id = ?", line);
        work.run(
                "insert into mall.package (order_id, merchant, carrier, number, lines, shipped_at)"
                        + " values (?, 1, '顺丰', ?, '{}', ?)",
                order,
                SECRET,
                work.now());
        work.run(
                "insert into mall.voucher (order_id, line, place, merchant, member, status)"
                        + " values (?, ?, 1, 1, ?, 'ready')",
                order,
                line,
                member);
        long picture = work.insert(
                "insert into mall.evidence (member, content, at) values (?, ?, ?) returning id",
                member,
                SECRET.getBytes(StandardCharsets.UTF_8),
                work.now());
        work.run(
                "insert into mall.after_sale (order_id, line, merchant, member, kind, quantity, amount_fen, reason,"
                        + " evidence, status, asked_at) values (?, ?, 1, ?, 'refund', 1, 100, ?, ?, 'asked', ?)",
                order,
                line,
                member,
                SECRET,
                List.of(picture),
                work.now());
        money(order);
    }

    private void money(long order) {
        work.run(
                "insert into mall.withdrawal (member, key, amount_fen, account, status, hold, asked_at)"
                        + " values (?, 'k', 100, ?, 'paid', 'h', ?)",
                member,
                SECRET,
                work.now());
        work.run(
                "insert into mall.bill (merchant, from_day, until_day, status, content, payable_fen, made_at)"
                        + " values (1, date '2026-02-01', date '2026-02-28', 'draft',"
                        + " jsonb_build_object('note', ?::text), 100, ?)",
                SECRET,
                work.now());
        work.run(
                "insert into mall.posting (key, kind, debit, credit, amount_fen, merchant, order_id, at)"
                        + " values (?, 'sale', 'advance', 'merchant', 100, 1, ?, ?)",
                SECRET,
                order,
                work.now());
    }

    private void messages() {
        work.run(
                "insert into mall.sandbox_message (message, member, recipient, content, at) values (1, ?, 'x', ?, ?)",
                member,
                SECRET,
                work.now());
        work.run(
                "insert into mall.trail (at, actor, merchant, action, kind, subject, after)"
                        + " values (?, 'clerk:1', 1, 'goods.changed', 'goods', 1, jsonb_build_object('x', ?::text))",
                work.now(),
                SECRET);
        work.run(
                "insert into mall.merchant (name, status, owner, contact, licence, created_at)"
                        + " values (?, 'accepted', ?, ?, ?, ?)",
                SECRET,
                member,
                SECRET,
                SECRET,
                work.now());
    }
}
