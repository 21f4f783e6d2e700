package hongli.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.ProgrammeId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every journal must do.
abstract class JournalContract {
    private static final ProgrammeId WINE = new ProgrammeId("wine");
    private static final ProgrammeId TEA = new ProgrammeId("tea");

    private Journal journal = new MemoryJournal();

    /// An empty journal.
    abstract Journal fresh();

    /// The same journal after it was let go of.
    abstract Journal reopened(Journal closed);

    @BeforeEach
    void begin() {
        journal = fresh();
    }

    @AfterEach
    void end() {
        journal.close();
    }

    @Test
    void beginsEmpty() {
        assertThat(journal.programmes()).isEmpty();
    }

    @Test
    void opensProgrammesUnderNumbersInOrder() {
        Charter wine = journal.open(WINE, "红酒", "{}", 5);
        Charter tea = journal.open(TEA, "茶", "{\"cap\":\"1\"}", 6);
        assertThat(List.of(wine.number(), tea.number())).containsExactly(1, 2);
        assertThat(wine.hash()).isEqualTo(new Chain().opening("wine", "红酒", "{}", 5));
        assertThat(journal.programmes()).containsExactly(wine, tea);
    }

    @Test
    void opensAnIdOnce() {
        journal.open(WINE, "红酒", "{}", 5);
        assertThatThrownBy(() -> journal.open(WINE, "other", "{}", 6)).isInstanceOf(JournalUnavailable.class);
        journal.recover();
        assertThat(journal.programmes()).hasSize(1);
    }

    @Test
    void keepsFoliosAsTheyWereAppended() {
        List<Folio> wine = folios(journal.open(WINE, "w", "{}", 1), 25);
        List<Folio> tea = folios(journal.open(TEA, "t", "{}", 1), 5);
        List<Folio> both = new ArrayList<>(wine.subList(0, 10));
        both.addAll(tea);
        both.addAll(wine.subList(10, 25));
        journal.append(both);
        journal.flush();
        assertThat(journal.read(1, 0, 100)).isEqualTo(wine);
        assertThat(journal.read(2, 0, 100)).isEqualTo(tea);
    }

    @Test
    void findsTheFoliosThatHoldAPosition() {
        List<Folio> wine = folios(journal.open(WINE, "w", "{}", 1), 25);
        journal.append(wine);
        assertThat(wine.getLast().last()).isEqualTo(61);
        assertThat(journal.read(1, 3, 3)).isEqualTo(wine.subList(2, 3));
        assertThat(journal.read(1, 5, 2)).isEqualTo(wine.subList(2, 4));
        assertThat(journal.read(1, 60, 4)).isEqualTo(wine.subList(24, 25));
        assertThat(journal.read(1, 61, 4)).isEmpty();
        assertThat(journal.pick(1, List.of(6L, 2L, 5L, 99L))).containsExactlyInAnyOrder(wine.get(2), wine.get(1));
        assertThat(journal.pick(1, List.of(99L))).isEmpty();
    }

    @Test
    void takesABatchWhollyOrNotAtAll() {
        List<Folio> wine = folios(journal.open(WINE, "w", "{}", 1), 10);
        journal.append(wine.subList(0, 4));
        List<Folio> overlapping = new ArrayList<>(wine.subList(4, 8));
        overlapping.add(wine.get(2));
        assertThatThrownBy(() -> journal.append(overlapping)).isInstanceOf(JournalUnavailable.class);
        journal.recover();
        assertThat(journal.read(1, 0, 100)).isEqualTo(wine.subList(0, 4));
        journal.append(wine.subList(4, 10));
        assertThat(journal.read(1, 0, 100)).isEqualTo(wine);
    }

    @Test
    void keepsEverythingWhileItIsClosed() throws IOException {
        Charter charter = journal.open(WINE, "w", "{}", 1);
        List<Folio> wine = folios(charter, 10);
        journal.append(wine);
        journal.flush();
        byte[] bytes = noise(100_000);
        journal.keepSnapshot(1, 10, source(bytes));
        journal.close();
        journal = reopened(journal);
        assertThat(journal.programmes()).containsExactly(charter);
        assertThat(journal.read(1, 0, 100)).isEqualTo(wine);
        assertThat(journal.snapshots(1)).containsExactly(new SnapshotMark(1, 10, digest(bytes)));
        assertThat(snapshotBytes(journal.snapshots(1).getFirst())).isEqualTo(bytes);
    }

    @Test
    void keepsTheNewestTwoSnapshots() throws IOException {
        journal.open(WINE, "w", "{}", 1);
        journal.open(TEA, "t", "{}", 1);
        journal.keepSnapshot(2, 4, source(noise(4)));
        byte[] large = noise(9_000_000);
        for (int position : new int[] {10, 30, 20, 40}) {
            journal.keepSnapshot(1, position, source(position == 40 ? large : noise(position)));
        }
        assertThat(journal.snapshots(1))
                .extracting(SnapshotMark::position)
                .startsWith(40L)
                .hasSize(2);
        assertThat(snapshotBytes(journal.snapshots(1).getFirst())).isEqualTo(large);
        journal.keepSnapshot(1, 40, source(noise(3)));
        assertThat(snapshotBytes(journal.snapshots(1).getFirst())).isEqualTo(noise(3));
        assertThat(journal.snapshots(2)).hasSize(1);
    }

    @Test
    void keepsNothingOfASnapshotThatFails() {
        journal.open(WINE, "w", "{}", 1);
        SnapshotSource failing = out -> {
            out.write(noise(9_000_000));
            throw new IOException("half way");
        };
        assertThatThrownBy(() -> journal.keepSnapshot(1, 4, failing)).isInstanceOf(JournalUnavailable.class);
        assertThat(journal.snapshots(1)).isEmpty();
    }

    private byte[] snapshotBytes(SnapshotMark mark) throws IOException {
        try (InputStream in = journal.openSnapshot(mark)) {
            return in.readAllBytes();
        }
    }

    private static SnapshotSource source(byte[] bytes) {
        return out -> {
            out.write(bytes);
            return digest(bytes);
        };
    }

    private static Bytes digest(byte[] bytes) {
        return Bytes.of(Chain.sha256().digest(bytes));
    }

    private static byte[] noise(int length) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(length);
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /// Folios of one, two, three and four entries by turns.
    private static List<Folio> folios(Charter charter, int count) {
        var chain = new Chain();
        List<Folio> folios = new ArrayList<>();
        Bytes before = charter.hash();
        long first = 1;
        for (int i = 0; i < count; i++) {
            int entries = 1 + i % 4;
            Bytes content = Bytes.of(noise(i % 10 == 9 ? 200_000 : i));
            before = chain.next(before, new Folio(charter.number(), first, entries, content, before));
            folios.add(new Folio(charter.number(), first, entries, content, before));
            first += entries;
        }
        return folios;
    }
}
