package hongli.mall.search;

import static hongli.mall.Market.code;
import static hongli.mall.Market.offer;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.exact.Money;
import hongli.mall.Market;
import hongli.mall.access.Actor;
import hongli.mall.goods.Brands;
import hongli.mall.goods.Categories;
import hongli.mall.goods.Drafts;
import hongli.mall.goods.Kind;
import hongli.mall.goods.Offer;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SearchTest {
    private final Market market = new Market();
    private final Search search = new Search(market.tables);

    @Test
    void findsOneAndTwoAndMoreCharacters() {
        market.shelved(market.clerk, offer("长城干红葡萄酒", "A", 100));
        market.shelved(market.clerk, offer("酒红色毛衣", "B", 200));
        market.shelved(market.clerk, offer("iPhone17手机壳", "C", 300));
        assertThat(found("红")).containsExactlyInAnyOrder("长城干红葡萄酒", "酒红色毛衣");
        assertThat(found("酒红")).containsExactly("酒红色毛衣");
        assertThat(found("干红葡萄")).containsExactly("长城干红葡萄酒");
        assertThat(found("红 城")).containsExactly("长城干红葡萄酒");
        assertThat(found("PHONE")).containsExactly("iPhone17手机壳");
        assertThat(found("1")).containsExactly("iPhone17手机壳");
        assertThat(found("手机 iphone17")).containsExactly("iPhone17手机壳");
        assertThat(found("白酒")).isEmpty();
        assertThat(found("%")).isEmpty();
        assertThat(found("'; drop table mall.product; --")).isEmpty();
    }

    @Test
    void findsByBrandCategoryAndSpecificationAndFollowsTheirNames() {
        var categories = new Categories(market.tables);
        var brands = new Brands(market.tables);
        long wine = categories.add(market.operator, new Categories.Wish(null, "酒类", 0));
        long red = categories.add(market.operator, new Categories.Wish(wine, "葡萄酒", 0));
        long brand = brands.add(market.operator, "长城");
        var variant = Market.variant("A", 100, Map.of("容量", "大瓶"));
        market.shelved(market.clerk, new Offer("窖藏", "", red, brand, null, List.of(), List.of(variant)));
        for (String word : List.of("窖藏", "长城", "酒类", "葡萄", "大瓶")) {
            assertThat(found(word)).as(word).containsExactly("窖藏");
        }
        brands.rename(market.operator, brand, "张裕");
        categories.change(market.operator, wine, new Categories.Wish(null, "饮品", 0));
        assertThat(found("长城")).isEmpty();
        assertThat(found("张裕 饮品")).containsExactly("窖藏");
        assertThat(titles(page(new Search.Question(null, wine, brand, null, null, null, null, false), null)))
                .containsExactly("窖藏");
    }

    @Test
    void findsNothingThatCustomersMayNotSee() {
        new Drafts(market.tables).create(market.clerk, Kind.PHYSICAL, offer("草稿红酒", "A", 100));
        long id = market.shelved(market.clerk, offer("下架红酒", "B", 100));
        new Drafts(market.tables).shelve(market.clerk, id, false);
        market.shelved(market.rival, offer("停业红酒", "C", 100));
        market.tables.run(work ->
                work.run("update mall.merchant set status = 'suspended' where id = ?", market.rival.merchant()));
        assertThat(found("红酒")).isEmpty();
    }

    @Test
    void sortsAndFiltersByPriceAndGoesOnWhereItStopped() {
        for (int i = 1; i <= 23; i++) {
            market.shelved(market.clerk, offer("红酒" + i, "S" + i, (i * 7 % 23 + 1) * 100L));
        }
        List<Long> prices = new ArrayList<>();
        String cursor = null;
        do {
            Page<Search.Item> page = search.page(
                    new Actor.Guest(),
                    question("红酒", new Money(300), new Money(2_000)),
                    new Listing.Wish("price", cursor, 5));
            page.items().forEach(item -> prices.add(item.price().fen()));
            cursor = page.next().orElse(null);
        } while (cursor != null);
        assertThat(prices).hasSize(18).isSorted().doesNotHaveDuplicates();
        assertThat(code(() -> page(question("红酒", null, null), "search; drop table")))
                .isEqualTo("fields_unsound");
    }

    @Test
    void showsTheNearestFirst() {
        market.shelved(market.clerk, offer("送礼盒的干红", "A", 100));
        market.shelved(market.clerk, offer("干红送礼盒", "B", 100));
        assertThat(found("干红")).containsExactly("干红送礼盒", "送礼盒的干红");
    }

    @Test
    void canBeDoneByTheIndexForASingleCharacterToo() {
        List<String> plan = market.tables.work(work -> {
            // The tables of a test are so small that the planner would read them whole.
            work.run("set local enable_seqscan = off");
            return work.all(
                    "explain select id from mall.product p where p.search like ?",
                    row -> row.text("QUERY PLAN"),
                    SearchText.patterns("红").getFirst());
        });
        assertThat(plan).anyMatch(line -> line.contains("product_search"));
    }

    private List<String> found(String text) {
        return titles(page(question(text, null, null), null));
    }

    private static Search.Question question(String text, @Nullable Money from, @Nullable Money until) {
        return new Search.Question(text, null, null, null, null, from, until, false);
    }

    private Page<Search.Item> page(Search.Question question, @Nullable String sort) {
        return search.page(market.member, question, new Listing.Wish(sort, null, 50));
    }

    private static List<String> titles(Page<Search.Item> page) {
        return page.items().stream().map(Search.Item::title).toList();
    }
}
