package hongli.mall.people;

import hongli.mall.table.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is done to every table that knows of a member when the person is forgotten: words and pictures
/// go, numbers stay with the books. A table that is in neither list makes a test fail.
final class Forgetting {
    private static final String OF_ORDERS = " where order_id in (select id from mall.orders where member = ?)";

    /// Tables that hold numbers, days and states only, and why they stay.
    static final Map<String, String> KEPT = Map.of(
            "referral", "whose purchases brought points to whom is in the programme's books",
            "checkout", "what was to be paid",
            "coupon", "what was granted and used",
            "payment", "what was paid",
            "posting", "the books",
            "settlement", "what the programme was told",
            "voucher", "what was redeemed; the code itself was never kept");

    private static final List<String> STATEMENTS = statements();

    private Forgetting() {}

    private static List<String> statements() {
        List<String> statements = new ArrayList<>(List.of(
                "delete from mall.session where member = ?",
                "delete from mall.address where member = ?",
                "delete from mall.basket_line where member = ?",
                "delete from mall.passcode where member = ?",
                "delete from mall.message where member = ?",
                "delete from mall.sandbox_message where member = ?",
                "delete from mall.evidence where member = ?",
                "update mall.referral_history set code = '' where member = ? and code <> ''",
                "update mall.review set content = '' where member = ?",
                "update mall.withdrawal set account = '', note = '' where member = ?",
                "update mall.merchant set contact = '', licence = case status when 'rejected' then '' else licence end"
                        + " where owner = ?",
                "update mall.member set phone = null, email = null, phone_proved_at = null, email_proved_at = null,"
                        + " password = null, name = '已注销', status = 'erased', referral_code = '-' || id where id = ?"));
        statements.addAll(ofOrders());
        return List.copyOf(statements);
    }

    private static List<String> ofOrders() {
        return List.of(
                "update mall.orders set address = null, note = '' where member = ?",
                "update mall.order_line set target = ''" + OF_ORDERS + " and target <> ''",
                "update mall.order_event set note = ''" + OF_ORDERS + " and note <> ''",
                "update mall.top_up set account = '', told = ''" + OF_ORDERS,
                "update mall.refund set reason = ''" + OF_ORDERS,
                "delete from mall.package_event where package in (select id from mall.package" + OF_ORDERS + ")",
                "update mall.package set number = ''" + OF_ORDERS,
                "update mall.after_sale_event set note = ''"
                        + " where after_sale in (select id from mall.after_sale where member = ?)",
                "update mall.after_sale set reason = '', carrier = '', number = '', evidence = '{}' where member = ?");
    }

    /// All statements, to see which tables they clear.
    static String text() {
        return String.join("; ", STATEMENTS);
    }

    static void of(Transaction work, long member) {
        STATEMENTS.forEach(sql -> work.run(sql, member));
    }
}
