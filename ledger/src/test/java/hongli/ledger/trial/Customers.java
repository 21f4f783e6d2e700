package hongli.ledger.trial;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.ledger.Answer;
import hongli.ledger.Ledger;
import hongli.ledger.Submission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/// People who order without end, ask again under the same key where nothing was promised, and remember what they were
/// told.
public final class Customers {
    private static final int PEOPLE = 16;
    private static final int PORTION = 500;

    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final List<Thread> people = new ArrayList<>();
    private int visits;
    private volatile boolean leaving;

    /// Opens the programme and its one member where they are not there yet, and begins to order.
    public void visit(Ledger ledger) {
        ledger.open(Trial.WINE, "w", Trial.TERMS);
        assertThat(Trial.submit(ledger, Trial.join("join", "A"))).isInstanceOf(Answer.Decided.class);
        leaving = false;
        visits++;
        for (int person = 0; person < PEOPLE; person++) {
            String name = visits + "-" + person + "-";
            people.add(Thread.ofVirtual().start(() -> orderOn(ledger, name)));
        }
    }

    private void orderOn(Ledger ledger, String name) {
        for (int i = 0; !leaving && ledger.figures().running(); i++) {
            String key = name + i;
            asked.add(key);
            while (!answered.containsKey(key) && !leaving && ledger.figures().running()) {
                ask(ledger, key);
            }
        }
    }

    private void ask(Ledger ledger, String key) {
        long began = System.nanoTime();
        Answer answer = Trial.submit(ledger, order(key));
        longestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
        switch (answer) {
            case Answer.Decided decided -> answered.put(key, decided.position());
            case Answer.Unavailable _ -> {
                unavailable.incrementAndGet();
                LockSupport.parkNanos(1_000_000);
            }
            case Answer.KeyReused _, Answer.Busy _, Answer.ProgrammeUnknown _ ->
                throw new AssertionError("an order must be decided or not be known: answer=" + answer);
        }
    }

    /// Waits until they have `more` answers than now.
    public void awaitAnswers(int more) throws InterruptedException {
        int wanted = answered.size() + more;
        long end = System.nanoTime() + Trial.PATIENCE.toNanos();
        while (answered.size() < wanted) {
            assertThat(System.nanoTime()).as("answers: %d", answered.size()).isLessThan(end);
            Thread.sleep(5);
        }
    }

    /// Waits until somebody has been told that nothing is promised.
    public void awaitRefusal() throws InterruptedException {
        long end = System.nanoTime() + Trial.PATIENCE.toNanos();
        while (refusals() == 0) {
            assertThat(System.nanoTime()).as("answers: %d", answered.size()).isLessThan(end);
            Thread.sleep(5);
        }
    }

    /// Sends them away and waits until all have gone.
    public void leave() throws InterruptedException {
        leaving = true;
        for (Thread person : people) {
            person.join();
        }
        people.clear();
    }

    /// All they were told stands, once; what they were not told is decided now, or was, but never twice.
    public void requireKept(Ledger ledger) {
        List<String> told = new ArrayList<>(answered.keySet());
        told.sort(Comparator.comparing(answered::get));
        inPortions(
                ledger,
                told,
                (key, answer) -> assertThat(answer).isInstanceOfSatisfying(Answer.Decided.class, decided -> {
                    assertThat(decided.position()).as("key %s", key).isEqualTo(answered.get(key));
                    assertThat(decided.repeated()).as("key %s", key).isTrue();
                }));
        inPortions(
                ledger,
                new ArrayList<>(asked),
                (key, answer) -> assertThat(answer).as("%s", key).isInstanceOf(Answer.Decided.class));
        assertThat(Trial.position(ledger)).isEqualTo(1 + asked.size());
    }

    private static void inPortions(Ledger ledger, List<String> keys, BiConsumer<String, Answer> judge) {
        for (int i = 0; i < keys.size(); i += PORTION) {
            List<String> portion = keys.subList(i, Math.min(keys.size(), i + PORTION));
            List<Answer> answers = ledger.submit(
                    Trial.WINE, portion.stream().map(Customers::order).toList());
            for (int j = 0; j < portion.size(); j++) {
                judge.accept(portion.get(j), answers.get(j));
            }
        }
    }

    private static Submission order(String key) {
        return Trial.order(key, key, "A", "10.00");
    }

    /// How many orders were answered.
    public int answers() {
        return answered.size();
    }

    /// How often they were told that nothing is promised.
    public int refusals() {
        return unavailable.get();
    }

    /// The longest that one of them has waited for an answer of any kind.
    public long longestMillis() {
        return longestNanos.get() / 1_000_000;
    }
}
