package hongli.mall.goodsfile;

import static hongli.mall.Market.code;
import static hongli.mall.Market.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import hongli.economy.terms.Fault;
import hongli.mall.Market;
import hongli.mall.goods.Categories;
import hongli.mall.goods.Goods;
import hongli.mall.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class GoodsFilesTest {
    private static final String HEAD = "商品,货号,类型,标题,分类,规格,售价,库存\r\n";
    private static final GoodsFiles.Wish DRY = new GoodsFiles.Wish(true, false);
    private static final GoodsFiles.Wish WET = new GoodsFiles.Wish(false, false);

    private final Market market = new Market();
    private final GoodsFiles files = new GoodsFiles(market.tables);

    @Test
    void takesProductsWithTheirVariants() {
        new Categories(market.tables).add(market.operator, new Categories.Wish(null, "酒", 0));
        String file = HEAD
                + "a,RED,实物,\"干红, 750\n毫升\",酒,颜色=红,99.00,10\r\n"
                + "a,WHITE,实物,\"干红, 750\n毫升\",酒,颜色=白,89.5,0\r\n"
                + "b,CARD,voucher,体验券,,,10,\r\n";
        for (String mark : List.of("", "\ufeff")) {
            GoodsFiles.Report report = files.take(market.clerk, bytes(mark + file), WET);
            assertThat(report.lines()).isEqualTo(3);
            assertThat(report.created() + report.changed()).isEqualTo(2);
        }
        assertThat(list()).extracting(Goods.Item::title).containsExactly("体验券", "干红, 750\n毫升");
        assertThat(list().getLast().stock()).isEqualTo(10);
    }

    @Test
    void namesEveryBadLineAndField() {
        String file = HEAD
                + "a,RED,实物,干红,没有,颜色=红,99.00,10\r\n"
                + "b,X,什么,酒,,颜色,-1,一\r\n"
                + "\r\n"
                + ",Y,实物,,,,1.234,99999999999\r\n"
                + "c,Z,实物,茶,,,5,1\r\n"
                + "c,Z,卡券,茶,,,5,1\r\n";
        Throwable thrown = catchThrowable(() -> files.take(market.clerk, bytes(file), DRY));
        assertThat(thrown).isInstanceOf(Refusal.class);
        assertThat(((Refusal) thrown).faults())
                .extracting(Fault::field)
                .contains(
                        "lines[2].category",
                        "lines[3].kind",
                        "lines[3].specification",
                        "lines[3].price",
                        "lines[3].stock",
                        "lines[5].product",
                        "lines[5].title",
                        "lines[5].price",
                        "lines[5].stock",
                        "lines[7].kind",
                        "lines[7].sku");
        assertThat(list()).isEmpty();
    }

    @Test
    void triesWithoutATrace() {
        GoodsFiles.Report report = files.take(market.clerk, bytes(HEAD + "a,RED,实物,干红,,,99,10\n"), DRY);
        assertThat(report).isEqualTo(new GoodsFiles.Report(1, 1, 0, 1));
        assertThat(list()).isEmpty();
    }

    @Test
    void takesAllOrNothing() {
        String file = HEAD + "a,RED,实物,干红,,,99,10\nb,BAD,实物,坏,,,0,10\n";
        assertThat(code(() -> files.take(market.clerk, bytes(file), WET))).isEqualTo("fields_unsound");
        assertThat(list()).isEmpty();
    }

    @Test
    void changesWhatItKnowsAndKeepsWhatItDoesNotName() {
        long id = market.shelved(market.clerk, offer("=1+1", "RED", 9_900));
        byte[] given = files.give(market.clerk);
        assertThat(new String(given, StandardCharsets.UTF_8))
                .startsWith("\ufeff商品,")
                .contains("'=1+1");
        GoodsFiles.Report report = files.take(market.clerk, given, WET);
        assertThat(report).isEqualTo(new GoodsFiles.Report(1, 0, 1, 0));
        Goods.Whole whole = new Goods(market.tables).one(market.clerk, id);
        assertThat(Objects.requireNonNull(whole.draft()).offer()).isEqualTo(whole.approved());
    }

    @Test
    void knowsOnlyTheMerchantsOwnGoods() {
        market.shelved(market.clerk, offer("干红", "RED", 9_900));
        files.take(market.rival, bytes(HEAD + "a,RED,实物,别家干红,,,1,1\n"), WET);
        assertThat(list()).extracting(Goods.Item::title).containsExactly("干红");
        assertThat(new String(files.give(market.rival), StandardCharsets.UTF_8)).doesNotContain("99.00");
    }

    @Test
    void refusesWhatIsNoSuchFile() {
        for (String file : List.of("", "a,b\n1,2\n", HEAD, HEAD + "\"a,b\n", HEAD + "a,b,c,d,e,f,g,h,i\n")) {
            assertThat(code(() -> files.take(market.clerk, bytes(file), DRY)))
                    .as(file)
                    .isEqualTo("fields_unsound");
        }
        assertThat(code(() -> files.take(market.clerk, new byte[] {(byte) 0xc3, 0x28}, DRY)))
                .isEqualTo("fields_unsound");
    }

    private List<Goods.Item> list() {
        var everything = new Goods.Filter(null, null, null, null, null, null);
        return new Goods(market.tables)
                .page(market.clerk, everything, Market.FIRST)
                .items();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
