package hongli.ledger;

import static hongli.ledger.trial.Trial.TERMS;
import static hongli.ledger.trial.Trial.WINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.ledger.audit.Check;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.Claim;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.trial.TestDatabase;
import hongli.ledger.trial.Trial;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.ds.PGSimpleDataSource;

/// Of two servers on one database only the one that came last can write.
@Execution(ExecutionMode.CONCURRENT)
final class FencingTest {
    private static final Claim HASTY = Claim.standard().withPatience(Duration.ofMillis(200));

    private final PGSimpleDataSource database = TestDatabase.fresh();
    private final CompletableFuture<String> said = new CompletableFuture<>();

    private Ledger first() {
        var ledger =
                Ledger.start(PostgresJournal.open(database), Trial.settings().withOnFatal(said::complete));
        ledger.open(WINE, "w", TERMS);
        Trial.submit(ledger, Trial.join("k1", "A"));
        return ledger;
    }

    private String reason() throws Exception {
        return said.get(Trial.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void refusesTheSecondWhileTheFirstIsThere() {
        try (var first = first()) {
            assertThatThrownBy(() -> PostgresJournal.open(database, HASTY))
                    .isInstanceOf(JournalUnavailable.class)
                    .hasMessageContaining("another server")
                    .hasMessageContaining("alive");
            assertThat(Trial.submit(first, Trial.join("k2", "B"))).isInstanceOf(Answer.Decided.class);
        }
        assertThat(said).isNotDone();
    }

    @Test
    void letsTheSecondTakeOverAndStopsTheFirstForGood() throws Exception {
        try (var first = first();
                var second =
                        Ledger.start(PostgresJournal.open(database, HASTY.withTakingOver(true)), Trial.settings())) {
            assertThat(Trial.submit(first, Trial.join("k2", "B"))).isEqualTo(new Answer.Unavailable());
            assertThat(reason()).contains("another server has taken the journal");
            assertThat(first.figures().running()).isFalse();
            assertThat(first.isTaken()).isTrue();
            assertThat(Trial.submit(second, Trial.join("k2", "B")))
                    .isInstanceOfSatisfying(Answer.Decided.class, decided -> {
                        assertThat(decided.position()).isEqualTo(2);
                        assertThat(decided.repeated()).isFalse();
                    });
            assertThat(Trial.submit(first, Trial.join("k3", "C"))).isEqualTo(new Answer.Unavailable());
        }
        requireSound(2);
    }

    @Test
    void stopsAFirstThatStillHasItsSessionAtItsNextWrite() throws Exception {
        try (var first = first()) {
            raise();
            assertThat(Trial.submit(first, Trial.join("k2", "B"))).isEqualTo(new Answer.Unavailable());
            assertThat(reason()).contains("own epoch=1");
        }
        requireSound(1);
    }

    @Test
    void stopsAFirstThatOpensAProgramme() throws Exception {
        try (var first = first()) {
            raise();
            assertThatThrownBy(() -> first.open(new ProgrammeId("beer"), "b", TERMS))
                    .isInstanceOf(JournalTaken.class);
            assertThat(reason()).contains("another server");
        }
        try (Journal journal = PostgresJournal.open(database)) {
            assertThat(journal.programmes()).hasSize(1);
        }
    }

    @Test
    void stopsAFirstThatOnlyReads() throws Exception {
        try (var _ = first()) {
            raise();
            assertThat(reason()).contains("another server");
        }
    }

    /// It lost its session, another server wrote and ended: what the first one has in memory is old, though the lock is
    /// free again.
    @Test
    void stopsAFirstThatComesBackAfterAnotherWasThere() throws Exception {
        try (var first = first()) {
            try (var second =
                    Ledger.start(PostgresJournal.open(database, HASTY.withTakingOver(true)), Trial.settings())) {
                Trial.submit(second, Trial.join("k2", "B"));
            }
            assertThat(Trial.submit(first, Trial.join("k3", "C"))).isEqualTo(new Answer.Unavailable());
            assertThat(reason()).contains("another server");
        }
        requireSound(2);
    }

    @Test
    void writesNothingFromTheMomentOnWhenTheEpochIsRaised() throws Exception {
        int rowsWhenRaised;
        try (var first = first();
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answered = new AtomicInteger(1);
            for (int person = 0; person < 8; person++) {
                String name = "p" + person + "-";
                people.execute(() -> {
                    for (int i = 0;
                            Trial.submit(first, Trial.join(name + i, name + i)) instanceof Answer.Decided;
                            i++) {
                        answered.incrementAndGet();
                    }
                });
            }
            Thread.sleep(500);
            raise();
            rowsWhenRaised = positions();
            people.shutdown();
            assertThat(people.awaitTermination(Trial.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(reason()).contains("another server");
            assertThat(positions()).isEqualTo(rowsWhenRaised).isGreaterThanOrEqualTo(answered.get());
        }
        requireSound(rowsWhenRaised);
    }

    @Test
    void goesOnInTheSameEpochWhenNobodyElseWasThere() throws Exception {
        try (var first = first()) {
            TestDatabase.cutSessions(database);
            Trial.submit(first, Trial.join("k2", "B"));
            assertThat(Trial.submit(first, Trial.join("k2", "B"))).isInstanceOf(Answer.Decided.class);
            assertThat(number("select number from hongli.epoch")).isEqualTo(1);
        }
        assertThat(said).isNotDone();
    }

    /// What another server does first.
    private void raise() throws SQLException {
        assertThat(number("update hongli.epoch set number = number + 1 returning number"))
                .isEqualTo(2);
    }

    private int positions() throws SQLException {
        return number("select coalesce(max(first + count - 1), 0) from hongli.journal");
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void requireSound(int position) {
        try (Journal journal = PostgresJournal.open(database)) {
            assertThat(Check.of(journal).findings()).isEmpty();
        }
        try (var ledger = Ledger.start(PostgresJournal.open(database), Trial.settings())) {
            assertThat(Trial.position(ledger)).isEqualTo(position);
        }
    }
}
