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
            keys.add(key, new Print(i, 0));
            expected.put(key, i);
        }
        expected.forEach((key, position) -> {
            assertThat(keys.find(key)).isEqualTo(position);
            assertThat(keys.isContent(position, new Print(position, 0))).isTrue();
            assertThat(keys.isContent(position, new Print(-position, 0))).isFalse();
        });
        assertThat(keys.size()).isEqualTo(50_000);
    }

    @Test
    void tellsKeysApartThatFallOnTheSamePlace() {
        var keys = new Keys();
        Print content = print();
        for (int i = 0; i < 40; i++) {
            keys.add(new Print(i, 7), content);
            keys.add(new Print(7, -1L - ((long) i << 32)), content);
        }
        for (int i = 0; i < 40; i++) {
            assertThat(keys.find(new Print(i, 7))).isEqualTo(2 * i + 1);
            assertThat(keys.find(new Print(7, -1L - ((long) i << 32)))).isEqualTo(2 * i + 2);
        }
        assertThat(keys.find(new Print(41, 7))).isZero();
    }

    @Test
    void writesEqualBytesHoweverItCameAbout() throws IOException {
        var keys = new Keys();
        for (int i = 1; i <= 30_000; i++) {
            keys.add(print(), print());
        }
        byte[] bytes = bytes(keys.kept());
        Keys back = Keys.read(new DataInputStream(new ByteArrayInputStream(bytes)), 30_000);
        assertThat(bytes(back.kept())).isEqualTo(bytes);
        assertThat(bytes.length).isEqualTo(30_000 * 20);
    }

    private static byte[] bytes(Keys.Kept kept) throws IOException {
        var out = new ByteArrayOutputStream();
        kept.write(new DataOutputStream(out));
        return out.toByteArray();
    }

    @Test
    void comesBackFromASnapshotTakenWhileItGrew() throws IOException {
        var keys = new Keys();
        for (int i = 1; i <= 3_000; i++) {
            keys.add(new Print(i, (long) i << 40), new Print(i, 0));
        }
        Keys.Kept kept = keys.kept();
        for (int i = 3_001; i <= 9_000; i++) {
            keys.add(new Print(i, (long) i << 40), new Print(i, 0));
        }
        Keys back = Keys.read(new DataInputStream(new ByteArrayInputStream(bytes(kept))), 3_000);
        assertThat(back.size()).isEqualTo(3_000);
        assertThat(back.find(new Print(3_000, 3_000L << 40))).isEqualTo(3_000);
        assertThat(back.find(new Print(3_001, 3_001L << 40))).isZero();
    }

    private Print print() {
        return new Print(random.nextLong(), random.nextLong());
    }
}
