package hongli.ledger;

import static hongli.ledger.trial.Trial.TERMS;
import static hongli.ledger.trial.Trial.WINE;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.fact.Outcome;
import hongli.economy.fact.Refusal;
import hongli.ledger.journal.Journal;
import hongli.ledger.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the ledger does on every journal.
abstract class LedgerContract {
    private @Nullable Ledger ledger;

    /// The journal of this test; the same one, opened again, after it was closed.
    abstract Journal journal();

    @BeforeEach
    void begin() {
        ledger = Ledger.start(journal(), Trial.settings());
        assertThat(ledger().open(WINE, "红酒", TERMS)).isEqualTo(Ledger.Opening.OPENED);
    }

    @AfterEach
    void end() {
        ledger().close();
    }

    private Ledger ledger() {
        if (ledger == null) {
            throw new IllegalStateException("ledger must have begun");
        }
        return ledger;
    }

    private void restart() {
        ledger().close();
        ledger = Ledger.start(journal(), Trial.settings());
    }

    @Test
    void opensAProgrammeOnce() {
        assertThat(ledger().open(WINE, "红酒", TERMS)).isEqualTo(Ledger.Opening.ALREADY_OPEN);
        assertThat(ledger().open(WINE, "白酒", TERMS)).isEqualTo(Ledger.Opening.TAKEN);
        assertThat(ledger().programmes()).containsExactly(WINE);
        restart();
        assertThat(ledger().open(WINE, "红酒", TERMS)).isEqualTo(Ledger.Opening.ALREADY_OPEN);
    }

    @Test
    void answersWithPositionTimeAndOutcome() {
        assertThat(Trial.submit(ledger(), Trial.join("k1", "A")))
                .isInstanceOfSatisfying(Answer.Decided.class, decided -> {
                    assertThat(decided.position()).isEqualTo(1);
                    assertThat(decided.at()).isEqualTo(Trial.NOW);
                    assertThat(decided.outcome()).isInstanceOf(Outcome.Applied.class);
                    assertThat(decided.repeated()).isFalse();
                });
    }

    @Test
    void givesTheSameAnswerToTheSameKeyAlsoAfterARestart() {
        Trial.submit(ledger(), Trial.join("k1", "A"));
        Submission order = Trial.order("k2", "o1", "A", "100.00");
        Submission refused = Trial.order("k3", "o1", "A", "100.00");
        List<Answer> first = ledger().submit(WINE, List.of(order, refused));
        assertThat(first.get(1))
                .isInstanceOfSatisfying(
                        Answer.Decided.class,
                        decided -> assertThat(decided.outcome())
                                .isInstanceOfSatisfying(
                                        Outcome.Refused.class,
                                        no -> assertThat(no.refusal()).isInstanceOf(Refusal.OrderExists.class)));
        String state = Trial.state(ledger());
        List<Answer> again = ledger().submit(WINE, List.of(refused, order));
        assertThat(again).containsExactly(repeated(first.get(1)), repeated(first.get(0)));
        restart();
        assertThat(ledger().submit(WINE, List.of(order, refused)))
                .containsExactly(repeated(first.get(0)), repeated(first.get(1)));
        assertThat(Trial.state(ledger())).isEqualTo(state);
        assertThat(Trial.position(ledger())).isEqualTo(3);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherContent() {
        Trial.submit(ledger(), Trial.join("k1", "A"));
        assertThat(Trial.submit(ledger(), Trial.join("k1", "B"))).isEqualTo(new Answer.KeyReused(new Key("k1"), 1));
        restart();
        assertThat(Trial.submit(ledger(), Trial.join("k1", "B"))).isEqualTo(new Answer.KeyReused(new Key("k1"), 1));
        assertThat(Trial.position(ledger())).isEqualTo(1);
    }

    @Test
    void repeatsWithinOneBatch() {
        List<Answer> answers =
                ledger().submit(WINE, List.of(Trial.join("k1", "A"), Trial.join("k1", "A"), Trial.join("k1", "B")));
        assertThat(answers.get(1)).isEqualTo(repeated(answers.get(0)));
        assertThat(answers.get(2)).isInstanceOf(Answer.KeyReused.class);
    }

    @Test
    void keepsKeysOfProgrammesApart() {
        var tea = new ProgrammeId("tea");
        ledger().open(tea, "茶", TERMS);
        Trial.submit(ledger(), Trial.join("k1", "A"));
        assertThat(ledger().submit(tea, Trial.join("k1", "B")))
                .isInstanceOfSatisfying(
                        Answer.Decided.class,
                        decided -> assertThat(decided.repeated()).isFalse());
        assertThat(ledger().programmes()).containsExactly(tea, WINE);
    }

    @Test
    void saysThatAProgrammeIsUnknown() {
        var none = new ProgrammeId("none");
        assertThat(ledger().submit(none, Trial.join("k1", "A"))).isEqualTo(new Answer.ProgrammeUnknown(none));
        assertThat(ledger().read(none, View::position)).isEmpty();
        assertThat(ledger().preview(none, Trial.join("k", "A").command())).isEqualTo(Optional.empty());
    }

    @Test
    void previewsWithoutAnyEffect() {
        Trial.submit(ledger(), Trial.join("k1", "A"));
        String state = Trial.state(ledger());
        var order = Trial.order("k2", "o1", "A", "100.00");
        Outcome previewed = ledger().preview(WINE, order.command()).orElseThrow();
        assertThat(Trial.state(ledger())).isEqualTo(state);
        assertThat(Trial.submit(ledger(), order))
                .isInstanceOfSatisfying(
                        Answer.Decided.class,
                        decided -> assertThat(decided.outcome()).isEqualTo(previewed));
    }

    @Test
    void decidesEveryKeyOnceWhateverManySubmittersRepeat() {
        ledger().submit(WINE, List.of(Trial.join("a", "A"), Trial.join("b", "B")));
        var decisions = new ConcurrentHashMap<String, Long>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < 16; person++) {
                RandomGenerator random =
                        RandomGeneratorFactory.of("L64X128MixRandom").create(person);
                people.execute(() -> submitAtRandom(random, decisions));
            }
        }
        assertThat(Trial.position(ledger())).isEqualTo(2 + decisions.size());
        assertThat(decisions.values()).doesNotHaveDuplicates();
        String state = Trial.state(ledger());
        restart();
        assertThat(Trial.state(ledger())).isEqualTo(state);
    }

    private void submitAtRandom(RandomGenerator random, ConcurrentHashMap<String, Long> decisions) {
        for (int i = 0; i < 60; i++) {
            List<Submission> submissions = new ArrayList<>();
            for (int left = 1 + random.nextInt(4); left > 0; left--) {
                int number = random.nextInt(300);
                String member = number % 2 == 0 ? "A" : "B";
                submissions.add(Trial.order("key" + number, "o" + number, member, number + ".50"));
            }
            List<Answer> answers = ledger().submit(WINE, submissions);
            for (int j = 0; j < answers.size(); j++) {
                String key = submissions.get(j).key().text();
                assertThat(answers.get(j)).isInstanceOf(Answer.Decided.class);
                if (answers.get(j) instanceof Answer.Decided decided) {
                    assertThat(decisions.computeIfAbsent(key, _ -> decided.position()))
                            .isEqualTo(decided.position());
                }
            }
        }
    }

    @Test
    void readsOwnWritesAtOnce() {
        Trial.submit(ledger(), Trial.join("k1", "A"));
        for (int i = 0; i < 50; i++) {
            Trial.submit(ledger(), Trial.order("o" + i, "o" + i, "A", "1.00"));
            assertThat(Trial.position(ledger())).isEqualTo(i + 2);
        }
    }

    private static Answer repeated(Answer answer) {
        return switch (answer) {
            case Answer.Decided(long position, var at, var outcome, boolean _) ->
                new Answer.Decided(position, at, outcome, true);
            case Answer.KeyReused _, Answer.Busy _, Answer.ProgrammeUnknown _, Answer.Unavailable _ ->
                throw new AssertionError(answer);
        };
    }
}
