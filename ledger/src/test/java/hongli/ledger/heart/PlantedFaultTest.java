package hongli.ledger.heart;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.model.EagerProgramme;
import hongli.economy.model.FaultyRules;
import hongli.ledger.Key;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.book.Clerk;
import hongli.ledger.book.Replay;
import hongli.ledger.book.Scribe;
import hongli.ledger.book.Snapshot;
import hongli.ledger.book.Standing;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.SnapshotSource;
import hongli.ledger.wire.FolioReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A simulator that never finds anything proves nothing: each fault planted in a port or in the model must be found
/// within a few hundred seeds, and told in a short story.
@Execution(ExecutionMode.CONCURRENT)
final class PlantedFaultTest {
    private static final int SEEDS = 400;

    /// Answers before what it commits is on the disk.
    private static final class Hasty extends DiskJournal {
        Hasty(Disk disk, Meanwhile meanwhile) {
            super(disk, meanwhile);
        }

        @Override
        public void flush() {}

        @Override
        public Charter open(ProgrammeId id, String name, String terms, long atMicros) {
            Charter charter = super.open(id, name, terms, atMicros);
            super.flush();
            return charter;
        }
    }

    /// Keeps snapshots that are not what they should be.
    private abstract static class Forgetful extends DiskJournal {
        Forgetful(Disk disk, Meanwhile meanwhile) {
            super(disk, meanwhile);
        }

        @Override
        public void keepSnapshot(int programme, long position, SnapshotSource source) {
            super.keepSnapshot(programme, position, source instanceof Snapshot whole ? twisted(whole) : source);
        }

        abstract Snapshot twisted(Snapshot whole);

        /// What the entries up to `last` give, the last of them under the key `lastKey`, if there is one.
        final Snapshot retold(int programme, long last, String lastKey) {
            Disk.Shelf shelf = disk.shelf(programme);
            Standing standing = new Replay(this, shelf.charter).opening();
            var clerk = new Clerk();
            var scribe = new Scribe();
            shelf.folios.values().stream()
                    .flatMap(folio -> FolioReader.entries(folio).stream())
                    .filter(entry -> entry.position() <= last)
                    .forEach(entry -> {
                        String key = entry.position() == last && !lastKey.isEmpty() ? lastKey : entry.key();
                        var submission = new Submission(new Key(key), entry.command());
                        standing.decide(clerk.requests(List.of(submission)).getFirst(), entry.atMicros(), scribe);
                    });
            return standing.snapshot();
        }
    }

    /// The last key is another one in every snapshot.
    private static final class KeyForgotten extends Forgetful {
        KeyForgotten(Disk disk, Meanwhile meanwhile) {
            super(disk, meanwhile);
        }

        @Override
        Snapshot twisted(Snapshot whole) {
            Snapshot other = retold(whole.number(), whole.position(), "forgotten");
            return new Snapshot(
                    whole.number(), whole.position(), whole.head(), whole.rejected(), other.keys(), whole.programme());
        }
    }

    /// The state in a snapshot is that of one position before.
    private static final class OneShort extends Forgetful {
        OneShort(Disk disk, Meanwhile meanwhile) {
            super(disk, meanwhile);
        }

        @Override
        Snapshot twisted(Snapshot whole) {
            Snapshot before = retold(whole.number(), whole.position() - 1, "");
            return new Snapshot(
                    whole.number(), whole.position(), whole.head(), whole.rejected(), whole.keys(), before.programme());
        }
    }

    @Test
    void findsAnAnswerBeforeTheCommitIsOnTheDisk() {
        assertThat(found(new Cast(EagerProgramme::new, Hasty::new))).contains("answered before it is on the disk");
    }

    @Test
    void findsAKeyForgottenAfterARestart() {
        assertThat(found(new Cast(EagerProgramme::new, KeyForgotten::new))).contains("a key must not be decided twice");
    }

    @Test
    void findsASnapshotOnePositionShort() {
        assertThat(found(new Cast(EagerProgramme::new, OneShort::new))).contains("the engine shows");
    }

    @ParameterizedTest
    @EnumSource
    void findsARoundingUpAndAThresholdOffByOne(FaultyRules rules) {
        assertThat(found(new Cast(rules::model, DiskJournal::new))).contains("shortest run that fails");
    }

    /// The account of the first seed that fails.
    private static String found(Cast cast) {
        Campaign.Failure failure = Stream.iterate(1L, seed -> seed <= SEEDS, seed -> seed + 1)
                .map(seed -> new Campaign.Failure(seed, Run.of(seed, cast)))
                .filter(each -> each.run().failure() != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the fault must be found within " + SEEDS + " seeds"));
        String account = Account.of(failure, cast);
        System.out.println(account);
        assertThat(account.lines()).hasSizeLessThan(80);
        return account;
    }
}
