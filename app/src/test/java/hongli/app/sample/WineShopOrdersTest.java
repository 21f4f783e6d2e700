package hongli.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.app.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WineShopOrdersTest {
    /// `-Dretell=true` writes the file anew.
    @Test
    void ordersAreThoseOfTheRules() throws IOException {
        Path file = Repository.here().root().resolve("samples/wine-shop/orders.csv");
        if (Boolean.getBoolean("retell")) {
            Files.writeString(file, WineShopOrders.csv());
        }
        assertThat(Files.readString(file)).isEqualTo(WineShopOrders.csv());
    }
}
