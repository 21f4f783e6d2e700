package hongli.mall.merchant;

import static hongli.mall.Market.code;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.exact.Money;
import hongli.mall.Market;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FreightsTest {
    private static final Freights.Rate EVERYWHERE = new Freights.Rate("", 1, new Money(1_000), 1, new Money(200));

    private final Market market = new Market();
    private final Freights freights = new Freights(market.tables);

    @Test
    void areAddedChangedAndRemoved() {
        long id = freights.add(market.clerk, template("普通"));
        var far = new Freights.Rate("新疆", 1_000, new Money(3_000), 500, new Money(900));
        var changed = new Freights.Template("按重", Freights.Unit.GRAM, new Money(9_900), List.of(EVERYWHERE, far));
        freights.change(market.clerk, id, changed);
        assertThat(freights.all(market.clerk)).containsExactly(new Freights.Numbered(id, changed));
        freights.remove(market.clerk, id);
        assertThat(freights.all(market.clerk)).isEmpty();
    }

    @Test
    void areTheMerchantsOwn() {
        long id = freights.add(market.clerk, template("普通"));
        assertThat(code(() -> freights.change(market.rival, id, template("x")))).isEqualTo("not_found");
        assertThat(code(() -> freights.remove(market.rival, id))).isEqualTo("not_found");
        assertThat(freights.all(market.rival)).isEmpty();
        assertThat(freights.add(market.rival, template("普通"))).isPositive();
        assertThat(code(() -> freights.add(market.clerk, template("普通")))).isEqualTo("template_taken");
    }

    @Test
    void needARateForEverywhereAndEachRegionOnce() {
        var none = new Freights.Template("x", Freights.Unit.PIECE, null, List.of());
        var twice = new Freights.Template("x", Freights.Unit.PIECE, Money.ZERO, List.of(EVERYWHERE, EVERYWHERE));
        assertThat(none.faults()).extracting("field").containsExactly("rates");
        assertThat(twice.faults()).extracting("field").containsExactly("rates[1].region", "freeFrom");
    }

    private static Freights.Template template(String name) {
        return new Freights.Template(name, Freights.Unit.PIECE, null, List.of(EVERYWHERE));
    }
}
