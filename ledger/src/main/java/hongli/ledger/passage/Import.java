package hongli.ledger.passage;

import hongli.ledger.ProgrammeId;
import hongli.ledger.book.Clerk;
import hongli.ledger.book.Replay;
import hongli.ledger.book.Scribe;
import hongli.ledger.book.Snapshot;
import hongli.ledger.book.Standing;
import hongli.ledger.book.Verdict;
import hongli.ledger.journal.AdoptingJournal;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Chain;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Entry;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.Head;
import hongli.ledger.passage.ExportUnusable.Why;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Brings a programme in that was exported: every command is decided again, at its recorded time and under its key.
///
/// The files are believed in nothing that can be reckoned. What is decided at a position must give the very line that
/// stands there, and the state at the end the very bytes of `state.json`. All of it happens in one transaction of the
/// journal: where something differs, or the power fails, no part of the programme is there.
public final class Import {
    private static final int RUN = 4_096;

    private final Path folder;
    private final Cover cover;

    private Import(Path folder, Cover cover) {
        this.folder = folder;
        this.cover = cover;
    }

    /// Opens the export in `folder`, or in the root of an opened zip file.
    ///
    /// @throws ExportUnusable where there is none
    /// @throws IOException where it cannot be read
    public static Import of(Path folder) throws IOException {
        try {
            return new Import(folder, Cover.parse(Files.readAllBytes(folder.resolve(Cover.FILE))));
        } catch (NoSuchFileException e) {
            throw ExportUnusable.of(Why.NO_EXPORT, "missing=" + Cover.FILE, e);
        }
    }

    /// The programme's id where it came from.
    public ProgrammeId id() {
        return cover.charter().id();
    }

    /// How many commands there are.
    public long commands() {
        return cover.head().position();
    }

    /// Brings the programme into `journal` under `id`, and answers how far it reaches; durable when it returns.
    ///
    /// @param progress hears the position that was reached
    /// @throws ExportUnusable where anything differs from what is decided, naming the position
    /// @throws IOException where a file cannot be read
    /// @throws hongli.ledger.JournalUnavailable where the journal cannot be written
    public Head into(AdoptingJournal journal, ProgrammeId id, LongConsumer progress) throws IOException {
        if (journal.programmes().stream().anyMatch(charter -> charter.id().equals(id))) {
            throw ExportUnusable.of(Why.TAKEN, "programme=" + id);
        }
        Charter from = cover.charter();
        var passage = new Passage(progress);
        try {
            journal.adopt(id, from.name(), from.terms(), from.openedAtMicros(), (charter, out) -> {
                try {
                    passage.go(new Replay(journal, charter).opening(), out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            // It spares the first start a replay of everything.
            passage.end().keepIn(journal);
            return new Head(id, passage.end().position(), passage.end().head());
        } catch (UncheckedIOException e) {
            throw Export.cause(e);
        }
    }

    /// The way through the files.
    private final class Passage {
        private final LongConsumer progress;
        private final Clerk clerk = new Clerk();
        private final Scribe scribe = new Scribe();
        private @Nullable Snapshot end;

        Passage(LongConsumer progress) {
            this.progress = progress;
        }

        void go(Standing standing, Consumer<List<Folio>> journal) throws IOException {
            MessageDigest sha256 = Chain.sha256();
            try (InputStream in = open(Export.JOURNAL);
                    var digest = new DigestInputStream(in, sha256);
                    var lines = new BufferedReader(new InputStreamReader(digest, StandardCharsets.UTF_8), 1 << 16)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    decide(standing, line);
                    if (standing.position() % RUN == 0) {
                        close(standing, journal);
                    }
                }
            }
            close(standing, journal);
            requireEnd(standing, Bytes.of(sha256.digest()));
            end = standing.snapshot();
        }

        Snapshot end() {
            return Objects.requireNonNull(end, "the way must have been gone to its end");
        }

        private void decide(Standing standing, String text) {
            long next = standing.position() + 1;
            Line line = parse(text, next);
            require(line.position() == next, next, "position must be next: position=" + line.position());
            Verdict verdict = standing.decide(
                    clerk.request(
                            line.submission().key().text(), line.submission().command()),
                    line.atMicros(),
                    scribe);
            if (!(verdict instanceof Verdict.Decided(long _, long _, var outcome))) {
                throw ExportUnusable.at(
                        next, "key must be new: key=" + line.submission().key());
            }
            var entry = new Entry(
                    next, line.submission().key().text(), line.submission().command(), outcome, line.atMicros());
            require(Line.text(entry).equals(text), next, "line must be what is decided now");
            progress.accept(next);
        }

        private void close(Standing standing, Consumer<List<Folio>> journal) {
            standing.close(scribe);
            journal.accept(scribe.take());
        }

        private void requireEnd(Standing standing, Bytes sha256) throws IOException {
            long last = standing.position();
            require(last == commands(), last + 1, "journal must reach position " + commands());
            standing.programme().audit();
            try (InputStream expected = open(Export.STATE)) {
                var same = new SameBytes(expected);
                try (Writer out = new BufferedWriter(new OutputStreamWriter(same, StandardCharsets.UTF_8), 1 << 16)) {
                    standing.programme().writeState(out, standing.rejected());
                }
                require(same.isWhole(), last, "state must be that of " + Export.STATE);
            }
            if (!sha256.equals(cover.journal())) {
                throw ExportUnusable.of(Why.DAMAGED, Export.JOURNAL + ": other bytes than were written");
            }
        }
    }

    private static Line parse(String text, long position) {
        try {
            return Line.parse(text);
        } catch (IllegalArgumentException e) {
            throw ExportUnusable.at(position, String.valueOf(e.getMessage()));
        }
    }

    private InputStream open(String file) throws IOException {
        try {
            return Files.newInputStream(folder.resolve(file));
        } catch (NoSuchFileException e) {
            throw ExportUnusable.of(Why.DAMAGED, "missing=" + file, e);
        }
    }

    private static void require(boolean holds, long position, String what) {
        if (!holds) {
            throw ExportUnusable.at(position, what);
        }
    }
}
