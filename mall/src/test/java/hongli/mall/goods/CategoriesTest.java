package hongli.mall.goods;

import static hongli.mall.Market.code;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.Market;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CategoriesTest {
    private final Market market = new Market();
    private final Categories categories = new Categories(market.tables);
    private final Brands brands = new Brands(market.tables);

    @Test
    void areFoundByTheirPath() {
        long wine = categories.add(market.operator, new Categories.Wish(null, "酒类", 1));
        long red = categories.add(market.operator, new Categories.Wish(wine, "红酒", 1));
        Optional<Long> found = market.tables.work(work -> Categories.find(work, "酒类/红酒"));
        Optional<Long> missed = market.tables.work(work -> Categories.find(work, "红酒"));
        List<String> path = market.tables.work(work -> Categories.path(work, red));
        assertThat(found).contains(red);
        assertThat(missed).isEmpty();
        assertThat(path).containsExactly("酒类", "红酒");
    }

    @Test
    void neverStandWithinThemselvesNorTooHigh() {
        long one = categories.add(market.operator, new Categories.Wish(null, "一", 0));
        long two = categories.add(market.operator, new Categories.Wish(one, "二", 0));
        long three = categories.add(market.operator, new Categories.Wish(two, "三", 0));
        long four = categories.add(market.operator, new Categories.Wish(three, "四", 0));
        assertThat(code(() -> categories.change(market.operator, one, new Categories.Wish(three, "一", 0))))
                .isEqualTo("fields_unsound");
        assertThat(code(() -> categories.add(market.operator, new Categories.Wish(four, "五", 0))))
                .isEqualTo("fields_unsound");
        assertThat(code(() -> categories.remove(market.operator, one))).isEqualTo("category_in_use");
    }

    @Test
    void haveNamesOfTheirOwn() {
        categories.add(market.operator, new Categories.Wish(null, "酒类", 0));
        assertThat(code(() -> categories.add(market.operator, new Categories.Wish(null, "酒类", 0))))
                .isEqualTo("category_taken");
        brands.add(market.operator, "长城");
        assertThat(code(() -> brands.add(market.operator, "长城"))).isEqualTo("brand_taken");
        assertThat(code(() -> brands.add(market.clerk, "我的"))).isEqualTo("not_permitted");
    }
}
