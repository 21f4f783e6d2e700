package hongli.economy.store;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.Seeds;
import hongli.economy.exact.Wide;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class HeapTest {
    private static final int ITEMS = 600;

    @Test
    void theSmallestIsAlwaysOnTop() {
        Seeds.each(60, random -> {
            Rows rows = rows();
            Heap heap = new Heap(rows, new Heap.Slot(1, random.nextBoolean()));
            Map<Integer, Wide> expected = new HashMap<>();
            for (int i = 0; i < 2_000; i++) {
                change(random, heap, expected);
                if (i % 20 == 0) {
                    check(heap, expected);
                }
            }
        });
    }

    @Test
    void aForkAndItsOriginalGoTheirOwnWays() {
        Seeds.each(60, random -> {
            Rows rows = rows();
            Heap heap = new Heap(rows, new Heap.Slot(0, false));
            Map<Integer, Wide> expected = new HashMap<>();
            for (int i = 0; i < 700; i++) {
                change(random, heap, expected);
            }
            Heap fork = heap.fork(rows.fork());
            Map<Integer, Wide> expectedOfFork = new HashMap<>(expected);
            for (int i = 0; i < 700; i++) {
                change(random, heap, expected);
                change(random, fork, expectedOfFork);
            }
            check(heap, expected);
            check(fork, expectedOfFork);
        });
    }

    private static Rows rows() {
        Rows rows = new Rows(2);
        for (int i = 0; i < ITEMS; i++) {
            rows.append();
        }
        return rows;
    }

    private static void change(RandomGenerator random, Heap heap, Map<Integer, Wide> expected) {
        int item = random.nextInt(ITEMS);
        if (random.nextInt(3) == 0) {
            heap.remove(item);
            expected.remove(item);
        } else {
            long high = expected.size() < ITEMS / 4 ? 0 : random.nextInt(3);
            Wide key = new Wide(high, random.nextLong() >>> random.nextInt(64));
            heap.place(item, key);
            expected.put(item, key);
        }
    }

    private static void check(Heap heap, Map<Integer, Wide> expected) {
        assertThat(heap.size()).isEqualTo(expected.size());
        assertThat(heap.isSound()).isTrue();
        for (int item = 0; item < ITEMS; item++) {
            assertThat(heap.contains(item)).isEqualTo(expected.containsKey(item));
        }
        if (!heap.isEmpty()) {
            Wide smallest = expected.values().stream().min(Wide::compareTo).orElseThrow();
            assertThat(heap.topKey()).isEqualTo(smallest);
            assertThat(expected).containsEntry(heap.top(), smallest);
            assertThat(heap.reaches(smallest)).isTrue();
            assertThat(heap.reaches(smallest.minus(Wide.of(1)))).isFalse();
        }
    }
}
