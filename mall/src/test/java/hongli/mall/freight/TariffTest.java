package hongli.mall.freight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.economy.exact.Wide;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TariffTest {
    private static final Money CHEAP = new Money(1);
    private static final Tariff BY_WEIGHT = new Tariff(
            1,
            Tariff.Unit.GRAM,
            Optional.of(new Money(10_000)),
            List.of(
                    new Tariff.Band("", 1_000, new Money(800), 500, new Money(300)),
                    new Tariff.Band("广东省", 1_000, new Money(500), 1_000, new Money(100)),
                    new Tariff.Band("广东省/深圳市", 3_000, new Money(200), 1_000, new Money(50))));

    @Test
    void countsEachFurtherLotThatIsBegun() {
        assertThat(fee("海南省", 0)).isEqualTo(800);
        assertThat(fee("海南省", 1_000)).isEqualTo(800);
        assertThat(fee("海南省", 1_001)).isEqualTo(1_100);
        assertThat(fee("海南省", 1_500)).isEqualTo(1_100);
        assertThat(fee("海南省", 1_501)).isEqualTo(1_400);
    }

    @Test
    void goesByTheLongestRegionThatTheAddressBeginsWith() {
        assertThat(fee("广东省/广州市/天河区", 2_000)).isEqualTo(600);
        assertThat(fee("广东省/深圳市/南山区", 2_000)).isEqualTo(200);
        assertThat(fee("新疆维吾尔自治区/广东省", 2_000)).isEqualTo(1_400);
    }

    @Test
    void isFreeFromItsAmountOnButOnlyWhereItDelivers() {
        var narrow = new Tariff(
                2, Tariff.Unit.GRAM, BY_WEIGHT.freeFrom(), BY_WEIGHT.bands().subList(1, 2));

        assertThat(narrow.fee("广东省/汕头市", 9_000, new Money(10_000))).contains(Wide.ZERO);
        assertThat(narrow.fee("海南省", 9_000, new Money(10_000))).isEmpty();
    }

    @Test
    void refusesLotsOfNothing() {
        assertThatThrownBy(() -> new Tariff.Band("", 0, CHEAP, 1, CHEAP)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tariff.Band("", 1, CHEAP, 0, CHEAP)).isInstanceOf(IllegalArgumentException.class);
    }

    private static long fee(String region, long grams) {
        return BY_WEIGHT.fee(region, grams, CHEAP).orElseThrow().toLong();
    }
}
