package hongli.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.ledger.postgres.Database;
import hongli.mall.programme.Programmes;
import hongli.mall.sandbox.Nature;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MallStoreTest {
    private static final ProgrammeId MALL = new ProgrammeId("mall");

    @TempDir
    Path folder;

    private static MallStore open(Store store, Nature nature, HouseTime time) {
        return MallStore.open(store, new MallStore.Opening(nature, time, InstantSource.system(), () -> {}));
    }

    @Test
    void theFirstStartOpensAProgrammeAndNamesAnOperatorOnce() {
        try (Store store = Store.embedded(folder, LedgerSettings.standard());
                MallStore first = open(store, Nature.EARNEST, new HouseTime())) {
            assertThat(first.openProgramme()).isTrue();
            assertThat(first.firstOperator()).isPresent();
            first.begin();
            assertThat(first.openProgramme()).isFalse();
            assertThat(store.ledger().read(MALL, View::terms)).contains(Programmes.usual());
        }
        try (Store store = Store.embedded(folder, LedgerSettings.standard());
                MallStore second = open(store, Nature.EARNEST, new HouseTime())) {
            assertThat(second.openProgramme()).isFalse();
            assertThat(Nature.find(store.database().connections())).contains(Nature.EARNEST);
            assertThat(second.mall().clock().isSandbox()).isFalse();
        }
    }

    @Test
    void theLedgerLivesInTheTimeOfASandbox() {
        var time = new HouseTime();
        try (Store store = Store.embedded(folder, LedgerSettings.standard().withClock(time));
                MallStore shop = open(store, Nature.SANDBOX, time)) {
            shop.mall().clock().advance(shop.mall().tables(), Duration.ofDays(100));
            shop.openProgramme();
            Instant openedAt = store.ledger().read(MALL, View::openedAt).orElseThrow();
            assertThat(openedAt).isAfter(Instant.now().plus(Duration.ofDays(99)));
        }
    }

    @Test
    void aMallCanStandOnSomebodysServerAndBeEmptied() {
        try (Database.Embedded server = Database.embedded(folder)) {
            String url = server.postgres().url();
            var environment = Map.of(
                    "HONGLI_DATABASE_USER", server.postgres().user(),
                    "HONGLI_DATABASE_PASSWORD", server.postgres().password());
            try (Store store = Store.remote(url, environment, LedgerSettings.standard());
                    MallStore shop = open(store, Nature.SANDBOX, new HouseTime())) {
                assertThat(shop.openProgramme()).isTrue();
                assertThat(shop.firstOperator()).isPresent();
            }
            Emptying.empty(() -> Database.at(url, environment));
            assertThat(Nature.find(server.connections())).isEmpty();
            try (Store store = Store.remote(url, environment, LedgerSettings.standard());
                    MallStore shop = open(store, Nature.EARNEST, new HouseTime())) {
                assertThat(store.ledger().programmes()).isEmpty();
                assertThat(shop.openProgramme()).isTrue();
            }
        }
    }
}
