package hongli.mall.goods;

import static hongli.mall.Market.code;
import static hongli.mall.Market.offer;
import static hongli.mall.Market.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.mall.Market;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.merchant.Mode;
import hongli.mall.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DraftsTest {
    private final Market market = new Market();
    private final Drafts drafts = new Drafts(market.tables);
    private final Approvals approvals = new Approvals(market.tables);
    private final Goods goods = new Goods(market.tables);
    private final Showcase showcase = new Showcase(market.tables);

    @Test
    void showsCustomersNothingUntilItIsApprovedAndOnTheShelf() {
        long id = drafts.create(market.clerk, Kind.PHYSICAL, offer("干红", "RED", 9_900));
        assertThat(code(() -> showcase.page(market.member, id))).isEqualTo("not_found");
        assertThat(code(() -> drafts.shelve(market.clerk, id, true))).isEqualTo("product_not_approved");
        drafts.submit(market.clerk, id);
        market.approve(id);
        assertThat(code(() -> showcase.page(market.member, id))).isEqualTo("not_found");
        drafts.shelve(market.clerk, id, true);
        assertThat(showcase.page(market.member, id).title()).isEqualTo("干红");
        drafts.shelve(market.clerk, id, false);
        assertThat(code(() -> showcase.page(market.member, id))).isEqualTo("not_found");
    }

    @Test
    void keepsTheApprovedFormBeforeCustomersUntilTheNextApproval() {
        long id = market.shelved(market.clerk, offer("干红", "RED", 9_900));
        drafts.change(market.clerk, id, version(id), offer("更好的干红", "RED", 19_900));
        drafts.submit(market.clerk, id);
        assertThat(showcase.page(market.member, id).title()).isEqualTo("干红");
        assertThat(showcase.page(market.member, id).choices().getFirst().price())
                .isEqualTo(new Money(9_900));
        market.approve(id);
        assertThat(showcase.page(market.member, id).title()).isEqualTo("更好的干红");
        assertThat(showcase.page(market.member, id).choices().getFirst().price())
                .isEqualTo(new Money(19_900));
    }

    @Test
    void tellsTheOperatorFieldByFieldWhatChanges() {
        long id = market.shelved(market.clerk, offer("干红", "RED", 9_900));
        var changed = new Offer(
                "干红",
                "新酒",
                null,
                null,
                null,
                List.of(),
                List.of(variant("RED", 8_800, Map.of()), variant("WHITE", 7_700, Map.of("颜色", "白"))));
        drafts.change(market.clerk, id, version(id), changed);
        drafts.submit(market.clerk, id);
        assertThat(approvals.proposal(market.operator, id).differences())
                .contains(
                        new Difference("description", "", "新酒"),
                        new Difference("variants[RED].price", "99.00", "88.00"),
                        new Difference("variants[WHITE].price", null, "77.00"))
                .noneMatch(difference -> difference.field().equals("title"));
    }

    @Test
    void approvesOnlyWhatTheOperatorHasSeen() {
        long id = drafts.create(market.clerk, Kind.PHYSICAL, offer("干红", "RED", 9_900));
        drafts.submit(market.clerk, id);
        long seen = approvals.proposal(market.operator, id).product().version();
        drafts.change(market.clerk, id, version(id), offer("假酒", "RED", 9_900));
        assertThat(code(() -> approvals.approve(market.operator, id, seen))).isEqualTo("nothing_submitted");
        drafts.submit(market.clerk, id);
        assertThat(code(() -> approvals.approve(market.operator, id, seen))).isEqualTo("changed_meanwhile");
    }

    @Test
    void givesARejectedDraftBackWithTheReason() {
        long id = market.shelved(market.clerk, offer("干红", "RED", 9_900));
        drafts.change(market.clerk, id, version(id), offer("最好的干红", "RED", 9_900));
        drafts.submit(market.clerk, id);
        approvals.reject(market.operator, id, version(id), "不许说最");
        Product.Draft draft = Objects.requireNonNull(goods.one(market.clerk, id).draft());
        assertThat(draft.reason()).isEqualTo("不许说最");
        assertThat(showcase.page(market.member, id).title()).isEqualTo("干红");
        drafts.discard(market.clerk, id);
        assertThat(goods.one(market.clerk, id).draft()).isNull();
    }

    @Test
    void takesARecalledProductFromTheShelfUntilItIsApprovedAgain() {
        long id = market.shelved(market.clerk, offer("干红", "RED", 9_900));
        approvals.recall(market.operator, id, "有投诉");
        assertThat(code(() -> showcase.page(market.member, id))).isEqualTo("not_found");
        assertThat(code(() -> drafts.shelve(market.clerk, id, true))).isEqualTo("product_not_approved");
        drafts.submit(market.clerk, id);
        market.approve(id);
        drafts.shelve(market.clerk, id, true);
        assertThat(showcase.page(market.member, id).id()).isEqualTo(id);
    }

    @Test
    void letsOperatorsApproveTheirOwnAtOnceInAMallOfOneMerchant() {
        market.tables.run(work -> {
            work.run("update mall.merchant set status = 'closed' where id <> ?", Mode.ownShop(work));
            work.run("update mall.setting set value = 'false' where name = 'multi_merchant'");
        });
        long id = drafts.create(market.operator, Kind.PHYSICAL, offer("自营红酒", "OWN", 100));
        drafts.submit(market.operator, id);
        drafts.shelve(market.operator, id, true);
        assertThat(showcase.page(market.member, id).title()).isEqualTo("自营红酒");
    }

    @Test
    void hidesGoodsOfASuspendedMerchant() {
        long id = market.shelved(market.clerk, offer("干红", "RED", 9_900));
        market.tables.run(work ->
                work.run("update mall.merchant set status = 'suspended' where id = ?", market.clerk.merchant()));
        assertThat(code(() -> showcase.page(market.member, id))).isEqualTo("not_found");
    }

    @Test
    void keepsOneMerchantFromTheGoodsOfAnother() {
        long id = market.shelved(market.clerk, offer("干红", "RED", 9_900));
        Offer other = offer("我的", "MINE", 1);
        assertThat(code(() -> goods.one(market.rival, id))).isEqualTo("not_found");
        assertThat(code(() -> drafts.change(market.rival, id, version(id), other)))
                .isEqualTo("not_found");
        assertThat(code(() -> drafts.submit(market.rival, id))).isEqualTo("not_found");
        assertThat(code(() -> drafts.shelve(market.rival, id, false))).isEqualTo("not_found");
        assertThat(code(() -> drafts.discard(market.rival, id))).isEqualTo("not_found");
        assertThat(goods.page(market.rival, everything(), Market.FIRST).items()).isEmpty();
        assertThat(goods.page(market.clerk, everything(), Market.FIRST).items()).hasSize(1);
    }

    @Test
    void refusesWhoMayNot() {
        var helper = new Actor.Clerk(7, market.clerk.merchant(), Set.of(Permission.GOODS_READ));
        Offer some = offer("干红", "RED", 1);
        assertThat(code(() -> drafts.create(helper, Kind.PHYSICAL, some))).isEqualTo("not_permitted");
        assertThat(code(() -> drafts.create(market.member, Kind.PHYSICAL, some)))
                .isEqualTo("not_permitted");
        assertThat(code(() -> drafts.create(new Actor.Guest(), Kind.PHYSICAL, some)))
                .isEqualTo("login_required");
        assertThat(code(() -> approvals.approve(market.clerk, 1, 1))).isEqualTo("not_permitted");
    }

    @Test
    void givesAnSkuToOneProductOfAMerchantOnly() {
        drafts.create(market.clerk, Kind.PHYSICAL, offer("干红", "RED", 1));
        Offer again = offer("另一个", "RED", 1);
        assertThat(code(() -> drafts.create(market.clerk, Kind.PHYSICAL, again)))
                .isEqualTo("sku_taken");
        assertThat(drafts.create(market.rival, Kind.PHYSICAL, again)).isPositive();
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var offer = new Offer(
                " ",
                "",
                99L,
                null,
                null,
                List.of(),
                List.of(
                        new Offer.Variant("A", new TreeMap<>(), Money.ZERO, Money.ZERO, List.of(), -1),
                        new Offer.Variant("A", new TreeMap<>(), new Money(5), Money.ZERO, List.of(new Money(6)), 0)));
        assertThatThrownBy(() -> drafts.create(market.clerk, Kind.PHYSICAL, offer))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting("field")
                                .contains(
                                        "title",
                                        "variants[0].price",
                                        "variants[0].grams",
                                        "variants[1].sku",
                                        "variants[1].specification",
                                        "variants[1].tierPrices"));
    }

    @Test
    void refusesThingsThatAreNotThereOrNotItsOwn() {
        long freight = market.tables.work(work -> work.insert(
                "insert into mall.freight_template (merchant, name, unit) values (?, 'x', 'piece') returning id",
                market.rival.merchant()));
        var offer = new Offer(
                "x", "", 99L, 98L, freight, List.of(97L), offer("x", "X", 1).variants());
        assertThatThrownBy(() -> drafts.create(market.clerk, Kind.PHYSICAL, offer))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting("field")
                                .containsExactly("category", "brand", "freight", "pictures"));
    }

    @Test
    void showsEachTierItsPriceAndNobodyTheCost() {
        var variant = new Offer.Variant(
                "T", new TreeMap<>(), new Money(1_000), new Money(333), List.of(new Money(900), new Money(800)), 0);
        long id = market.shelved(market.clerk, new Offer("x", "", null, null, null, List.of(), List.of(variant)));
        assertThat(showcase.page(market.member, id).choices().getFirst().ownPrice())
                .isEqualTo(new Money(800));
        assertThat(showcase.page(new Actor.Guest(), id).choices().getFirst().ownPrice())
                .isEqualTo(new Money(1_000));
        assertThat(showcase.page(market.member, id).toString()).doesNotContain("333", "3.33");
    }

    @Test
    void tellsTheTrailOfEveryChange() {
        market.shelved(market.clerk, offer("<script>'; drop table mall.product; --", "RED", 9_900));
        List<String> actions = market.tables.work(
                work -> work.all("select action from mall.trail order by id", row -> row.text("action")));
        assertThat(actions).containsExactly("goods.created", "goods.submitted", "goods.approved", "goods.shelved");
    }

    private long version(long id) {
        return goods.any(market.operator, id).product().version();
    }

    private static Goods.Filter everything() {
        return new Goods.Filter(null, null, null, null, null, null);
    }
}
