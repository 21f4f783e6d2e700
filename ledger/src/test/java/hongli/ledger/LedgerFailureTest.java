package hongli.ledger;

import static hongli.ledger.trial.Trial.TERMS;
import static hongli.ledger.trial.Trial.WINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.trial.FaultyJournal;
import hongli.ledger.trial.FaultyJournal.Fault;
import hongli.ledger.trial.TestDatabase;
import hongli.ledger.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A journal that fails promises nothing and loses nothing that was promised.
final class LedgerFailureTest {
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE_APPEND", "AFTER_APPEND", "FLUSH"})
    void promisesNothingWhenTheJournalFailsAndGoesOn(Fault fault) {
        var journal = new FaultyJournal(new MemoryJournal());
        try (var ledger = Ledger.start(journal, Trial.settings())) {
            ledger.open(WINE, "w", TERMS);
            Trial.submit(ledger, Trial.join("k1", "A"));
            journal.failOnce(fault);
            journal.failOnce(Fault.RECOVER);
            assertThat(Trial.submit(ledger, Trial.join("k2", "B"))).isEqualTo(new Answer.Unavailable());
            Answer again = Trial.submit(ledger, Trial.join("k2", "B"));
            assertThat(again).isInstanceOfSatisfying(Answer.Decided.class, decided -> {
                assertThat(decided.position()).isEqualTo(2);
                assertThat(decided.repeated()).isEqualTo(fault != Fault.BEFORE_APPEND);
            });
            assertThat(Trial.position(ledger)).isEqualTo(2);
            assertThat(ledger.figures().failures()).isEqualTo(1);
        }
    }

    @Test
    void stopsWithAWordWhenTheJournalDoesNotComeBack() throws Exception {
        var said = new CompletableFuture<String>();
        var journal = new FaultyJournal(new MemoryJournal());
        try (var ledger = Ledger.start(journal, Trial.settings().withOnFatal(said::complete))) {
            ledger.open(WINE, "w", TERMS);
            journal.failOnce(Fault.FLUSH);
            for (int i = 0; i < 5; i++) {
                journal.failOnce(Fault.RECOVER);
            }
            assertThat(Trial.submit(ledger, Trial.join("k", "A"))).isEqualTo(new Answer.Unavailable());
            assertThat(said.get(Trial.PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains("5 attempts");
            assertThat(Trial.submit(ledger, Trial.join("k", "A"))).isEqualTo(new Answer.Unavailable());
            assertThatThrownBy(() -> Trial.position(ledger)).isInstanceOf(JournalUnavailable.class);
        }
    }

    @Test
    void stopsWithTheLawsTextWhenOneBreaks() throws Exception {
        var said = new CompletableFuture<String>();
        var memory = new MemoryJournal();
        var journal = new FaultyJournal(memory);
        try (var ledger = Ledger.start(journal, Trial.settings().withOnFatal(said::complete))) {
            ledger.open(WINE, "w", TERMS);
            Trial.submit(ledger, Trial.join("k1", "A"));
            journal.failOnce(Fault.STRANGE);
            assertThat(Trial.submit(ledger, Trial.join("k2", "B"))).isEqualTo(new Answer.Unavailable());
            assertThat(said.get(Trial.PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains("law must hold: law=1");
            assertThat(Trial.submit(ledger, Trial.join("k3", "C"))).isEqualTo(new Answer.Unavailable());
            assertThat(ledger.figures().running()).isFalse();
        }
        assertThat(memory.read(1, 0, 10)).hasSize(1);
    }

    @Test
    void losesNothingThatWasAnsweredWhileTheJournalFailsAgainAndAgain() {
        var memory = new MemoryJournal();
        var journal = new FaultyJournal(memory);
        List<Long> answered = new ArrayList<>();
        try (var ledger =
                Ledger.start(journal, Trial.settings().withQueue(1000, 7).withSnapshotEvery(50))) {
            ledger.open(WINE, "w", TERMS);
            Trial.submit(ledger, Trial.join("join", "A"));
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(3);
            try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int person = 0; person < 8; person++) {
                    int number = person;
                    people.execute(() -> orderUntilAnswered(ledger, number, answered));
                }
                for (int i = 0; i < 100; i++) {
                    Fault[] faults = {Fault.BEFORE_APPEND, Fault.AFTER_APPEND, Fault.FLUSH};
                    journal.failOnce(faults[random.nextInt(3)]);
                    Thread.sleep(2);
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            assertThat(answered).hasSize(8 * 100).doesNotHaveDuplicates();
            assertThat(Trial.position(ledger)).isEqualTo(801);
            assertThat(ledger.figures().failures()).isPositive();
        }
        String state;
        try (var ledger = Ledger.start(memory, Trial.settings())) {
            state = Trial.state(ledger);
        }
        assertThat(state).contains("\"rejected\": []");
    }

    private static void orderUntilAnswered(Ledger ledger, int person, List<Long> answered) {
        for (int i = 0; i < 100; i++) {
            String name = person + "-" + i;
            Answer answer = new Answer.Unavailable();
            while (!(answer instanceof Answer.Decided)) {
                answer = Trial.submit(ledger, Trial.order(name, name, "A", "10.00"));
            }
            synchronized (answered) {
                answered.add(((Answer.Decided) answer).position());
            }
        }
    }

    @Test
    void goesOnAfterTheDatabaseHasCutItsSessions() {
        var database = TestDatabase.fresh();
        try (var ledger = Ledger.start(PostgresJournal.open(database), Trial.settings())) {
            ledger.open(WINE, "w", TERMS);
            Trial.submit(ledger, Trial.join("k1", "A"));
            TestDatabase.cutSessions(database);
            Answer answer = Trial.submit(ledger, Trial.join("k2", "B"));
            assertThat(answer).isEqualTo(new Answer.Unavailable());
            assertThat(Trial.submit(ledger, Trial.join("k2", "B"))).isInstanceOf(Answer.Decided.class);
            assertThat(Trial.position(ledger)).isEqualTo(2);
        }
    }

    @Test
    void opensAProgrammeAfterTheDatabaseHasCutItsSessions() {
        var database = TestDatabase.fresh();
        try (var ledger = Ledger.start(PostgresJournal.open(database), Trial.settings())) {
            TestDatabase.cutSessions(database);
            assertThatThrownBy(() -> ledger.open(WINE, "w", TERMS)).isInstanceOf(JournalUnavailable.class);
            Ledger.Opening opening = null;
            for (int i = 0; i < 100 && opening == null; i++) {
                try {
                    opening = ledger.open(WINE, "w", TERMS);
                } catch (JournalUnavailable _) {
                    Thread.onSpinWait();
                }
            }
            assertThat(opening).isIn(Ledger.Opening.OPENED, Ledger.Opening.ALREADY_OPEN);
        }
    }

    @Test
    void saysBusyAtOnceWhenTheQueueIsFull() {
        try (var ledger = Ledger.start(new MemoryJournal(), Trial.settings().withQueue(10, 2))) {
            ledger.open(WINE, "w", TERMS);
            List<Submission> many = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                many.add(Trial.join("k" + i, "m" + i));
            }
            List<Answer> answers = ledger.submit(WINE, many);
            long decided =
                    answers.stream().filter(Answer.Decided.class::isInstance).count();
            assertThat(decided).isEqualTo(10);
            assertThat(answers.getLast()).isEqualTo(new Answer.Busy());
            assertThat(Trial.position(ledger)).isEqualTo(10);
            assertThat(ledger.figures().busy()).isEqualTo(990);
        }
    }

    @Test
    void refusesToStartOnAChangedPastAndNamesThePosition() {
        for (int changed = 1; changed <= 5; changed++) {
            Journal tampered = tampered(changed);
            assertThatThrownBy(() -> Ledger.start(tampered, Trial.settings()))
                    .isInstanceOf(JournalBroken.class)
                    .hasMessageContaining("programme=wine")
                    .hasMessageEndingWith("position=" + changed);
        }
    }

    /// Five folios of one command each, a byte of one of them changed afterwards.
    private static Journal tampered(int position) {
        var journal = new MemoryJournal();
        var ledger = Ledger.start(journal, Trial.settings());
        ledger.open(WINE, "w", TERMS);
        Trial.submit(ledger, Trial.join("k", "A"));
        for (int i = 1; i < 5; i++) {
            Trial.submit(ledger, Trial.order("k" + i, "o" + i, "A", "100.00"));
        }
        var copy = new MemoryJournal();
        copy.open(
                WINE,
                "w",
                journal.programmes().getFirst().terms(),
                journal.programmes().getFirst().openedAtMicros());
        copy.append(journal.read(1, 0, 5).stream()
                .map(folio -> folio.first() == position ? changed(folio) : folio)
                .toList());
        ledger.close();
        return copy;
    }

    private static Folio changed(Folio folio) {
        byte[] content = folio.content().array().clone();
        content[content.length - 1]++;
        return new Folio(1, folio.first(), folio.count(), Bytes.of(content), folio.hash());
    }

    @Test
    void doesWithoutASnapshotThatIsDamagedAnywhere() throws IOException {
        var journal = new MemoryJournal();
        String state;
        try (var ledger = Ledger.start(journal, Trial.settings())) {
            ledger.open(WINE, "w", TERMS);
            Trial.submit(ledger, Trial.join("k", "A"));
            Trial.submit(ledger, Trial.order("k1", "o1", "A", "100.00"));
            state = Trial.state(ledger);
        }
        var mark = journal.snapshots(1).getFirst();
        byte[] bytes = journal.openSnapshot(mark).readAllBytes();
        for (int at = 0; at < bytes.length; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x40;
            journal.keepSnapshot(1, 2, out -> {
                out.write(damaged);
                return mark.digest();
            });
            assertThat(SteppedLedger.start(journal, Trial.settings())
                            .look(WINE, Trial::text)
                            .orElseThrow()
                            .told())
                    .isEqualTo(state);
        }
    }

    @Test
    void doesWithoutASnapshotThatIsNotWhole() {
        var journal = new MemoryJournal();
        String state;
        try (var ledger = Ledger.start(journal, Trial.settings())) {
            ledger.open(WINE, "w", TERMS);
            Trial.submit(ledger, Trial.join("k", "A"));
            Trial.submit(ledger, Trial.order("k1", "o1", "A", "100.00"));
            state = Trial.state(ledger);
        }
        assertThat(journal.snapshots(1)).hasSize(1);
        journal.keepSnapshot(1, 2, out -> {
            out.write(new byte[] {1, 2, 3});
            return Bytes.of(new byte[32]);
        });
        try (var ledger = Ledger.start(journal, Trial.settings())) {
            assertThat(Trial.state(ledger)).isEqualTo(state);
        }
    }
}
