package hongli.economy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hongli.economy.Seeds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class NamesTest {
    @Test
    void findsEveryNameAndNoOther() {
        Seeds.each(20, random -> {
            List<String> texts = new ArrayList<>(texts(random, 4_000));
            Names names = new Names();
            addAll(names, texts);
            same(names, texts);
            texts(random, 300).stream()
                    .filter(text -> !texts.contains(text))
                    .forEach(text -> assertThat(names.find(text)).isEqualTo(-1));
            same(readBack(names), texts);
        });
    }

    @Test
    void aForkAndItsOriginalGrowApart() {
        Seeds.each(40, random -> {
            List<String> texts = new ArrayList<>(texts(random, 1 + random.nextInt(3_000)));
            int middle = random.nextInt(texts.size());
            Names names = new Names();
            addAll(names, texts.subList(0, middle));
            Names fork = names.fork();
            Names forkOfFork = fork.fork();
            List<String> others = new ArrayList<>(texts.subList(0, middle));
            texts.subList(middle, texts.size()).forEach(text -> others.add("other " + text));
            addAll(fork, others.subList(middle, others.size()));
            addAll(names, texts.subList(middle, texts.size()));
            same(names, texts);
            same(fork, others);
            same(forkOfFork, texts.subList(0, middle));
            texts.subList(middle, texts.size())
                    .forEach(text -> assertThat(fork.find(text)).isEqualTo(-1));
        });
    }

    @Test
    void comparesByCodePoint() {
        Seeds.each(20, random -> {
            List<String> texts = new ArrayList<>(texts(random, 60));
            Names names = new Names();
            addAll(names, texts);
            for (String one : texts) {
                for (String other : texts) {
                    int expected = Arrays.compare(
                            one.codePoints().toArray(), other.codePoints().toArray());
                    assertThat(Integer.signum(names.compare(names.find(one), names.find(other))))
                            .isEqualTo(Integer.signum(expected));
                }
            }
        });
    }

    @Test
    void takesUpTo255Bytes() {
        Names names = new Names();
        assertThat(names.text(names.add("a".repeat(255)))).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> names.add("a".repeat(256)));
    }

    private static Names readBack(Names names) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            names.write(new DataOutputStream(bytes));
            return Names.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void addAll(Names names, List<String> texts) {
        texts.forEach(names::add);
    }

    private static void same(Names names, List<String> texts) {
        assertThat(names.size()).isEqualTo(texts.size());
        for (int number = 0; number < texts.size(); number++) {
            assertThat(names.find(texts.get(number))).isEqualTo(number);
            assertThat(names.text(number)).isEqualTo(texts.get(number));
        }
    }

    private static Set<String> texts(RandomGenerator random, int count) {
        Set<String> texts = new LinkedHashSet<>();
        while (texts.size() < count) {
            texts.add(text(random));
        }
        return texts;
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(random.nextInt(10) == 0 ? 30 : 6);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    switch (random.nextInt(8)) {
                        case 0 -> 0xE000 + random.nextInt(0x1FFE);
                        case 1 -> 0x10000 + random.nextInt(0x1000);
                        case 2 -> 0x80 + random.nextInt(0x700);
                        default -> 'a' + random.nextInt(26);
                    });
        }
        return text.toString();
    }
}
