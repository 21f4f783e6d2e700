package hongli.mall.people;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything the mall keeps about one member, as a document for that member. Secrets are left out: what is kept of
/// the password and of sessions opens nothing, but helps nobody either.
public final class Dossier {
    /// Tables that know members and are left out, and why.
    static final Map<String, String> LEFT_OUT =
            Map.of("posting", "the house's books tell of orders and not of people; the orders are told");

    private static final String OF_ORDERS = " join mall.orders o on o.id = l.order_id where o.member = ?";
    private static final String VOUCHER = "id, order_id, line, place, status, shown_at, redeemed_at";
    private static final Map<String, String> SECTIONS = sections();

    private final Tables tables;

    public Dossier(Tables tables) {
        this.tables = tables;
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put(
                "member",
                "select id, phone, phone_proved_at, email, email_proved_at, name, tier, status, referral_code,"
                        + " joined_at from mall.member where id = ?");
        sections.put("addresses", own("address"));
        sections.put("sessions", "select created_at, expires_at from mall.session where member = ?");
        sections.put("referral", "select referrer, source, bound_at from mall.referral where member = ?");
        sections.put("referralHistory", own("referral_history"));
        sections.put("referred", "select member, source, bound_at from mall.referral where referrer = ?");
        sections.put(
                "merchants",
                "select id, name, status, contact, licence, created_at from mall.merchant where owner = ?");
        sections.put("trail", "select at, action, before, after from mall.trail where kind = 'member' and subject = ?");
        addMessages(sections);
        addBuying(sections);
        addMoney(sections);
        return sections;
    }

    private static void addMessages(Map<String, String> sections) {
        sections.put("passcodes", "select purpose, tries, made_at, expires_at from mall.passcode where member = ?");
        sections.put(
                "messages", "select recipient, status, made_at, until_at, ended_at from mall.message where member = ?");
        sections.put("sandboxMessages", "select recipient, at from mall.sandbox_message where member = ?");
    }

    private static void addBuying(Map<String, String> sections) {
        sections.put("reviews", own("review"));
        sections.put("basket", own("basket_line"));
        sections.put("coupons", own("coupon"));
        sections.put(
                "checkouts",
                "select id, status, payable_fen, explanation, placed_at, paid_at"
                        + " from mall.checkout where member = ?");
        sections.put("orders", own("orders"));
        // What the goods cost the merchant is the merchant's.
        sections.put("orderLines", "select to_jsonb(l) - 'cost_fen' line from mall.order_line l" + OF_ORDERS);
        sections.put("orderEvents", "select l.* from mall.order_event l" + OF_ORDERS);
        sections.put("vouchers", "select " + VOUCHER + " from mall.voucher where member = ?");
        sections.put("topUps", "select l.* from mall.top_up l" + OF_ORDERS);
        sections.put("packages", "select l.* from mall.package l" + OF_ORDERS);
        sections.put(
                "packageEvents",
                "select e.* from mall.package_event e join mall.package l on l.id = e.package" + OF_ORDERS);
    }

    private static void addMoney(Map<String, String> sections) {
        sections.put(
                "payments",
                "select p.* from mall.payment p join mall.checkout c on c.id = p.checkout where c.member = ?");
        sections.put(
                "refunds",
                "select r.* from mall.refund r join mall.payment p on p.id = r.payment"
                        + " join mall.checkout c on c.id = p.checkout where c.member = ?");
        sections.put("afterSales", own("after_sale"));
        sections.put(
                "afterSaleEvents",
                "select e.* from mall.after_sale_event e join mall.after_sale a on a.id = e.after_sale"
                        + " where a.member = ?");
        // The pictures themselves are too much for one document; each can be fetched by its number.
        sections.put("evidence", "select id, at from mall.evidence where member = ?");
        sections.put("settlements", own("settlement"));
        sections.put("withdrawals", own("withdrawal"));
    }

    private static String own(String table) {
        return "select * from mall." + table + " where member = ?";
    }

    /// All queries, to see what they tell of.
    static String queries() {
        return String.join("; ", SECTIONS.values());
    }

    /// The document of the member who asks, as JSON.
    public String export(Actor actor) {
        long id = actor.requireMember().id();
        return tables.work(work -> export(work, id));
    }

    /// The document of a member, for operators who answer one by hand.
    public String export(Actor actor, long id) {
        actor.requireOperator(Permission.MEMBERS_ERASE);
        return tables.work(work -> {
            if (!work.exists("select from mall.member where id = ?", id)) {
                throw General.NOT_FOUND.with();
            }
            return export(work, id);
        });
    }

    private static String export(Transaction work, long id) {
        List<String> parts = new ArrayList<>();
        SECTIONS.forEach((name, sql) -> {
            String part = work.one(
                    "select coalesce(jsonb_agg(to_jsonb(part)), '[]')::text found from (" + sql + ") part",
                    row -> row.text("found"),
                    id);
            parts.add('"' + name + "\":" + part);
        });
        return "{" + String.join(",", parts) + "}";
    }
}
