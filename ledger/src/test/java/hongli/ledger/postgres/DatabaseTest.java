package hongli.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    private Path temporary;

    @Test
    void isReachedByItsAddressWithTheNamesOfTheEnvironment() throws Exception {
        try (var embedded = Database.embedded(temporary)) {
            var postgres = embedded.postgres();
            var names =
                    Map.of("HONGLI_DATABASE_USER", postgres.user(), "HONGLI_DATABASE_PASSWORD", postgres.password());
            try (var database = Database.at(postgres.url(), names);
                    var connection = database.connections().getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
                assertThat(database.place()).startsWith("127.0.0.1:").endsWith("/postgres");
            }
            assertThat(postgres.isAlive()).isTrue();
        }
    }

    @Test
    void isReachedByAnAddressThatNamesUserAndPasswordAndDoesNotShowThem() {
        try (var embedded = Database.embedded(temporary)) {
            var postgres = embedded.postgres();
            var url = postgres.url() + "?user=hongli&password=" + postgres.password();
            try (var database = Database.at(url, Map.of("HONGLI_DATABASE_PASSWORD", "another"))) {
                assertThat(database.place()).doesNotContain(postgres.password());
            }
        }
    }

    @Test
    void saysWhichServerCannotBeReached() {
        assertThatThrownBy(() -> Database.at("jdbc:postgresql://127.0.0.1:1/shop?user=u&password=hidden", Map.of()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("place=127.0.0.1:1/shop, user=u")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void refusesAnAddressOfAnotherKind() {
        assertThatThrownBy(() -> Database.at("jdbc:mysql://127.0.0.1/shop", Map.of()))
                .hasMessageContaining("the address must look like jdbc:postgresql://");
    }
}
