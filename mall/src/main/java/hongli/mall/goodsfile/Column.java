package hongli.mall.goodsfile;

import java.util.Locale;
import java.util.Optional;

/// A column of a file of goods, by its Chinese or its English name.
enum Column {
    PRODUCT("商品", true),
    SKU("货号", true),
    KIND("类型", true),
    TITLE("标题", true),
    DESCRIPTION("描述", false),
    CATEGORY("分类", false),
    BRAND("品牌", false),
    FREIGHT("运费模板", false),
    SPECIFICATION("规格", false),
    PRICE("售价", true),
    COST("成本", false),
    TIER_PRICES("等级价", false),
    GRAMS("克重", false),
    STOCK("库存", false);

    final String chinese;
    final boolean needed;

    Column(String chinese, boolean needed) {
        this.chinese = chinese;
        this.needed = needed;
    }

    String english() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> named(String heading) {
        String plain = heading.strip().toLowerCase(Locale.ROOT);
        for (Column column : values()) {
            if (plain.equals(column.chinese) || plain.equals(column.english())) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
