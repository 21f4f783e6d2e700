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
    private static final String CLAIM = """
            insert into mall.variant (product, merchant, sku, price_fen, active)
            select ?::bigint, ?::bigint, v.sku, v.price, false
            from unnest(?::text[], ?::bigint[]) with ordinality v (sku, price, place) order by v.place
            on conflict (merchant, sku) do nothing
            """;

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
                "select 1 from mall.freight_template where id = ? and merchant = ?",
                merchant);
        Set<Long> pictures = new LinkedHashSet<>(offer.pictures());
        for (Long picture : pictures) {
            references.check("pictures", picture, "select 1 from mall.picture where id = ? and merchant = ?", merchant);
        }
        if (!references.faults.isEmpty()) {
            throw Refusal.of(references.faults);
        }
    }

    /// The SKUs of an offer belong to this product or to nobody; they are this product's from here on.
    static void claim(Transaction work, Seller seller, long product, Offer offer) {
        List<String> skus = offer.variants().stream().map(Offer.Variant::sku).toList();
        work.send(
                CLAIM,
                product,
                seller.merchant(),
                skus,
                offer.variants().stream().map(variant -> variant.price().fen()).toList());
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

    private void check(String field, @Nullable Long id, String sql, Long... merchant) {
        List<Object> values = new ArrayList<>();
        if (id != null) {
            values.add(id);
            values.addAll(List.of(merchant));
        }
        if (id != null && !work.exists(sql, values.toArray())) {
            faults.add(new Fault(field, "not_there", "something that is there", id.toString()));
        }
    }
}
