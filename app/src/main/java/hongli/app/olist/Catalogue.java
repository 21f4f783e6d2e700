package hongli.app.olist;

import hongli.mall.table.Transaction;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// The merchants, goods and members that orders speak of, each put into the mall when it is first spoken of.
final class Catalogue {
    private static final long COMMISSION_MILLIONTHS = 100_000;

    private final Olist olist;
    private final Map<String, Long> merchants = new HashMap<>();
    private final Map<String, Long> categories = new HashMap<>();
    private final Map<String, Good> goods = new HashMap<>();
    private final Map<String, Long> members = new HashMap<>();

    /// A product and its one variant.
    record Good(long product, long variant) {}

    Catalogue(Olist olist) {
        this.olist = olist;
    }

    long merchant(Transaction work, String seller) {
        return merchants.computeIfAbsent(
                seller,
                _ -> work.insert(
                        "insert into mall.merchant (name, status, commission_millionths, created_at)"
                                + " values (?, 'open', ?, ?) returning id",
                        seller,
                        COMMISSION_MILLIONTHS,
                        work.now()));
    }

    long member(Transaction work, String customer, Instant at) {
        return members.computeIfAbsent(
                customer,
                _ -> work.insert(
                        "insert into mall.member (email, name, referral_code, joined_at) values (?, ?, ?, ?)"
                                + " returning id",
                        customer + "@olist.invalid",
                        customer.substring(0, 8),
                        customer,
                        at));
    }

    /// Several sellers may sell the same product: in the mall each has its own.
    Good good(Transaction work, long merchant, Sold.Item item) {
        return goods.computeIfAbsent(merchant + "/" + item.product(), _ -> {
            long product = work.insert(
                    "insert into mall.product (merchant, kind, title, category, status, on_shelf, created_at)"
                            + " values (?, 'physical', ?, ?, 'approved', true, ?) returning id",
                    merchant,
                    item.product(),
                    category(work, item.product()),
                    work.now());
            long variant = work.insert(
                    "insert into mall.variant (product, merchant, sku, price_fen) values (?, ?, ?, ?) returning id",
                    product,
                    merchant,
                    item.product(),
                    item.priceFen());
            return new Good(product, variant);
        });
    }

    private Long category(Transaction work, String product) {
        String name = olist.categories().getOrDefault(product, "");
        return categories.computeIfAbsent(
                name.isEmpty() ? "outros" : name,
                found -> work.insert("insert into mall.category (name) values (?) returning id", found));
    }
}
