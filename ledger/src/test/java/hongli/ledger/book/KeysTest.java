package hongli.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

final class KeysTest {
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(11);

    @Test
    void findsEveryKeyAtItsPositionAndNoOther() {
        var keys = new Keys();
        Map<Print, Integer> expected = new HashMap<>();
        for (int i = 1; i <= 50_000; i++) {
            Print key = print();
            assertThat(keys.find(key)).isZero();
            keys.add(key, new Print(i, -i));
            expected.put(key, i);
        }
        expected.forEach((key, position) -> {
            assertThat(keys.find(key)).isEqualTo(position);
            assertThat(keys.isContent(position, new Print(position, -position))).isTrue();
            assertThat(keys.isContent(position, new Print(position, position))).isFalse();
        });
        assertThat(keys.size()).isEqualTo(50_000);
    }

    @Test
    void tellsKeysApartThatFallOnTheSamePlace() {
        var keys = new Keys();
        Print content = print();
        for (int i = 0; i < 40; i++) {
            keys.add(new Print(i, 7), content);
            keys.add(new Print(7, (long) i << 40), content);
        }
        for (int i = 0; i < 40; i++) {
            assertThat(keys.find(new Print(i, 7))).isEqualTo(2 * i + 1);
            assertThat(keys.find(new Print(7, (long) i << 40))).isEqualTo(2 * i + 2);
        }
        assertThat(keys.find(new Print(41, 7))).isZero();
    }

    @Test
    void comesBackFromASnapshotTakenWhileItGrew() throws IOException {
        var keys = new Keys();
        for (int i = 1; i <= 3_000; i++) {
            keys.add(new Print(i, i), new Print(i, 0));
        }
        var pages = keys.pages();
        for (int i = 3_001; i <= 9_000; i++) {
            keys.add(new Print(i, i), new Print(i, 0));
        }
        var out = new ByteArrayOutputStream();
        Keys.write(new DataOutputStream(out), pages, 3_000);
        Keys back = Keys.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())), 3_000);
        assertThat(back.size()).isEqualTo(3_000);
        assertThat(back.find(new Print(3_000, 3_000))).isEqualTo(3_000);
        assertThat(back.find(new Print(3_001, 3_001))).isZero();
    }

    private Print print() {
        return new Print(random.nextLong(), random.nextLong());
    }
}
