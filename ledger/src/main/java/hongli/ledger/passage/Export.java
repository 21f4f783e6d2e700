package hongli.ledger.passage;

import hongli.ledger.book.Replay;
import hongli.ledger.book.Standing;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Chain;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Entry;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.Head;
import hongli.ledger.journal.Pages;
import hongli.ledger.projector.Derivation;
import hongli.ledger.reading.Posting;
import hongli.ledger.wire.FolioReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

/// Writes one programme with all its history as open files.
///
/// Every command is decided again on the way, so a journal that does not hold together is found out here, and the state
/// is that of the last position, whatever the server that may be running has decided since.
public final class Export {
    static final String JOURNAL = "journal.jsonl";
    static final String STATE = "state.json";

    private static final String POSTINGS = "postings.csv";
    private static final String README = "README.txt";
    private static final int PAGE = 1_000;

    private final Pages pages;
    private final Charter charter;
    private final String program;

    /// @param pages the journal, all of which is durable
    /// @param program which program writes, for people to read
    public Export(Pages pages, Charter charter, String program) {
        this.pages = pages;
        this.charter = charter;
        this.program = program;
    }

    /// Writes all files up to the folio that ends at `last`, and answers how far that is.
    ///
    /// @param progress hears the position that was reached, once for the journal and once again for the postings
    /// @throws IOException where a file cannot be written
    /// @throws hongli.ledger.JournalBroken naming the first position that does not hold
    public Head write(long last, Sheets sheets, LongConsumer progress) throws IOException {
        var replay = new Replay(pages, charter);
        Standing standing = replay.opening();
        MessageDigest sha256 = Chain.sha256();
        try (Writer out = writer(new DigestOutputStream(sheets.begin(JOURNAL), sha256))) {
            replay.onwards(standing, last, entry -> {
                write(out, Line.text(entry));
                progress.accept(entry.position());
            });
        } catch (UncheckedIOException e) {
            throw cause(e);
        }
        var head = new Head(charter.id(), standing.position(), standing.head());
        try (Writer out = writer(sheets.begin(STATE))) {
            standing.programme().writeState(out, standing.rejected());
        }
        try (Writer out = writer(sheets.begin(Cover.FILE))) {
            out.write(new Cover(program, charter, head, Bytes.of(sha256.digest())).text());
        }
        writePostings(head.position(), sheets, progress);
        try (InputStream in = Objects.requireNonNull(Export.class.getResourceAsStream(README));
                OutputStream out = sheets.begin(README)) {
            in.transferTo(out);
        }
        return head;
    }

    private void writePostings(long last, Sheets sheets, LongConsumer progress) throws IOException {
        try (Writer out = writer(sheets.begin(POSTINGS))) {
            var table = new PostingTable(out);
            var derivation = Derivation.of(charter);
            derivation.add(charter);
            write(table, derivation);
            long position = 0;
            while (position < last) {
                for (Folio folio : pages.read(charter.number(), position, (int) Math.min(PAGE, last - position))) {
                    List<Entry> entries = FolioReader.entries(folio);
                    entries.forEach(derivation::add);
                    write(table, derivation);
                    position = folio.last();
                    progress.accept(position);
                }
            }
        }
    }

    private static void write(PostingTable table, Derivation derivation) throws IOException {
        for (Posting posting : derivation.take().postings()) {
            table.write(posting);
        }
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IOException cause(UncheckedIOException e) {
        return Objects.requireNonNull(e.getCause());
    }
}
