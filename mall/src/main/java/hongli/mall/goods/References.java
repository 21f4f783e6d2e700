package hongli.mall.goods;

import hongli.economy.terms.Fault;
import hongli.mall.merchant.Seller;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an offer names must be there, and be the seller's own where it can be somebody's.
final class References {
    private final Transaction work;
    private final List<Fault> faults = new ArrayList<>();

    private References(Transaction work) {
        this.work = work;
    }

    static void require(Transaction work, long merchant, Offer offer) {
        var references = new References(work);
        references.check("category", offer.category(), "select 1 from mall.category where id = ?");
        references.check("brand", offer.brand(), "select 1 from mall.brand where id = ?");
        references.check(
                "freight",
                offer.freight(),
                "select 1 from mall.freight_template where id = ? and merchant = " + merchant);
        Set<Long> pictures = new LinkedHashSet<>(offer.pictures());
        for (Long picture : pictures) {
            references.check("pictures", picture, "select 1 from mall.picture where id = ? and merchant = " + merchant);
        }
        if (!references.faults.isEmpty()) {
            throw Refusal.of(references.faults);
        }
    }

    /// The SKUs of an offer belong to this product or to nobody; they are this product's from here on.
    static void claim(Transaction work, Seller seller, long product, Offer offer) {
        for (Offer.Variant variant : offer.variants()) {
            work.run(
                    "insert into mall.variant (product, merchant, sku, price_fen, active) values (?, ?, ?, ?, false)"
                            + " on conflict (merchant, sku) do nothing",
                    product,
                    seller.merchant(),
                    variant.sku(),
                    variant.price());
        }
        List<String> skus = offer.variants().stream().map(Offer.Variant::sku).toList();
        work.find(
                        "select sku from mall.variant"
                                + " where merchant = ? and sku = any (?) and product <> ? order by sku",
                        row -> row.text("sku"),
                        seller.merchant(),
                        skus,
                        product)
                .ifPresent(sku -> {
                    throw GoodsGround.SKU_TAKEN.with("sku", sku);
                });
    }

    private void check(String field, @Nullable Long id, String sql) {
        if (id != null && !work.exists(sql, id)) {
            faults.add(new Fault(field, "not_there", "something that is there", id.toString()));
        }
    }
}
