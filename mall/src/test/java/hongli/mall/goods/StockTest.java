package hongli.mall.goods;

import static hongli.mall.Market.code;
import static hongli.mall.Market.offer;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.Market;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class StockTest {
    private static final Stock.Days WEEK = new Stock.Days(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08"));

    private final Market market = new Market();
    private final Stock stock = new Stock(market.tables);
    private final long product = market.shelved(market.clerk, offer("干红", "RED", 9_900));
    private final long variant = market.variant(market.clerk, product);

    @Test
    void neverGoesBelowNothingNorAboveTheMost() {
        assertThat(stock.change(market.clerk, variant, 5, "进货")).isEqualTo(5);
        assertThat(code(() -> stock.change(market.clerk, variant, -6, "盘亏"))).isEqualTo("stock_below_zero");
        assertThat(code(() -> stock.change(market.clerk, variant, Long.MAX_VALUE, "?")))
                .isEqualTo("fields_unsound");
        assertThat(code(() -> stock.change(market.clerk, variant, Stock.MOST, "?")))
                .isEqualTo("stock_below_zero");
        assertThat(stock.change(market.clerk, variant, -5, "盘亏")).isZero();
    }

    @Test
    void losesNothingWhereManyChangeItAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Long>> deeds = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                deeds.add(() -> stock.change(market.clerk, variant, 3, "进货"));
            }
            for (Future<Long> done : threads.invokeAll(deeds)) {
                done.get();
            }
        }
        assertThat(new Goods(market.tables)
                        .one(market.clerk, product)
                        .variants()
                        .getFirst()
                        .stock())
                .isEqualTo(192);
    }

    @Test
    void isNobodyElsesToChange() {
        assertThat(code(() -> stock.change(market.rival, variant, 5, "进货"))).isEqualTo("not_found");
        assertThat(code(() -> stock.changeDays(market.rival, variant, WEEK, new Stock.Change(1, "x"))))
                .isEqualTo("not_found");
        assertThat(code(() -> stock.days(market.rival, variant, WEEK))).isEqualTo("not_found");
    }

    @Test
    void ofBookingsStandsByDay() {
        long room = market.shelved(market.clerk, Kind.BOOKING, offer("江景房", "ROOM", 59_900));
        long night = market.variant(market.clerk, room);
        assertThat(code(() -> stock.change(market.clerk, night, 5, "x"))).isEqualTo("stock_by_day");
        stock.changeDays(market.clerk, night, WEEK, new Stock.Change(3, "开房"));
        var middle = new Stock.Days(LocalDate.parse("2026-03-04"), LocalDate.parse("2026-03-05"));
        stock.changeDays(market.clerk, night, middle, new Stock.Change(-2, "维修"));
        assertThat(code(() -> stock.changeDays(market.clerk, night, WEEK, new Stock.Change(-2, "维修"))))
                .isEqualTo("stock_below_zero");
        assertThat(new Showcase(market.tables).days(night, WEEK))
                .extracting(Stock.Day::stock)
                .containsExactly(3L, 3L, 1L, 1L, 3L, 3L, 3L);
    }
}
