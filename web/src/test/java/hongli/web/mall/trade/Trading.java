package hongli.web.mall.trade;

import hongli.web.mall.MallHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/// Tests that share one house in which there is trade.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Trading {
    TradeHouse trade;
    MallHouse house;

    @BeforeAll
    void open() {
        trade = new TradeHouse();
        house = trade.house;
    }

    @AfterAll
    void close() {
        trade.close();
    }
}
