package hongli.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.ledger.Ledger;
import hongli.ledger.postgres.Claim;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.trial.Customers;
import hongli.ledger.trial.TestDatabase;
import hongli.ledger.trial.Trial;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/// The network between ledger and database fails.
final class NetworkTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final PGSimpleDataSource database = TestDatabase.fresh();
    private final Customers customers = new Customers();

    private PGSimpleDataSource through(Proxy proxy) {
        var source = new PGSimpleDataSource();
        source.setURL(database.getURL());
        source.setPortNumbers(new int[] {proxy.port()});
        source.setUser(database.getUser());
        source.setPassword(database.getPassword());
        source.setLoginTimeout(2);
        return source;
    }

    private Ledger ledger(Proxy proxy) {
        var claim = Claim.standard().withLimit(LIMIT);
        return Ledger.start(
                PostgresJournal.open(through(proxy), claim),
                Trial.settings().withRecovery(100, Duration.ofMillis(50)).withSnapshotEvery(500));
    }

    private static Proxy proxy(PGSimpleDataSource source) throws IOException {
        return Proxy.to(source.getPortNumbers()[0]);
    }

    @Test
    void goesOnAfterEveryCutInTheMiddleOfAnything() throws Exception {
        var random = new SplittableRandom(11);
        try (Proxy proxy = proxy(database);
                Ledger ledger = ledger(proxy)) {
            customers.visit(ledger);
            int cuts = Boolean.getBoolean("hongli.long") ? 300 : 30;
            for (int i = 0; i < cuts; i++) {
                customers.awaitAnswers(50);
                proxy.cutAfter(random.nextInt(1, 4_000));
            }
            customers.awaitAnswers(200);
            customers.leave();
            customers.requireKept(ledger);
            System.out.println("network: " + cuts + " cuts, " + customers.answers() + " answered, "
                    + customers.refusals() + " times nothing promised, longest wait " + customers.longestMillis()
                    + " ms");
            assertThat(ledger.figures().failures()).isGreaterThan(cuts / 3);
        }
    }

    /// The database still holds the old session and its lock when the ledger comes back.
    @Test
    void answersHonestlyWhileEverythingIsSwallowedAndGoesOnAfterwards() throws Exception {
        try (Proxy proxy = proxy(database);
                Ledger ledger = ledger(proxy)) {
            customers.visit(ledger);
            customers.awaitAnswers(200);
            proxy.swallow();
            customers.awaitRefusal();
            proxy.heal();
            customers.awaitAnswers(200);
            customers.leave();
            customers.requireKept(ledger);
            System.out.println("network: swallowed, longest wait " + customers.longestMillis() + " ms");
        }
    }
}
