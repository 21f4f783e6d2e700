package hongli.ledger.backup;

import hongli.ledger.journal.Head;
import hongli.ledger.postgres.AnnexTables;
import hongli.ledger.postgres.StillView;
import hongli.ledger.postgres.Truth;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes all programmes of a database into one zip file, at one moment, while others may write.
///
/// The tables go in as PostgreSQL's binary copies, then how far each programme reaches, and last a manifest with the
/// SHA-256 of every part: a file without its end, or with a byte changed, is found out before anything is restored.
/// Nothing is held in memory but a buffer.
public final class Backup {
    private final ZipOutputStream zip;
    private final LongConsumer progress;
    private final List<Part> parts = new ArrayList<>();

    private Backup(ZipOutputStream zip, LongConsumer progress) {
        this.zip = zip;
        this.progress = progress;
    }

    /// Writes what `view` shows to `out` and leaves it open.
    ///
    /// @param program which program writes it, for people to read
    /// @param progress hears how many bytes of the copies have just been written, before they are packed
    /// @return how far each programme of the backup reaches
    /// @throws IOException where `out` does not take it
    public static List<Head> write(StillView view, String program, OutputStream out, LongConsumer progress)
            throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        List<Head> heads = new Backup(zip, progress).write(view, program);
        zip.finish();
        return heads;
    }

    private List<Head> write(StillView view, String program) throws IOException {
        Instant takenAt = Instant.now();
        for (Truth truth : Truth.values()) {
            add(truth.table() + ".copy", view.columns(truth), out -> view.copy(truth, out));
        }
        List<Head> heads = view.heads();
        add(Heads.FILE, List.of(), out -> {
            Heads.write(heads, out);
            return heads.size();
        });
        List<AnnexParts.Version> annexes = new ArrayList<>();
        for (AnnexTables tables : view.annexes()) {
            annexes.add(add(tables));
        }
        zip.putNextEntry(new ZipEntry(Manifest.FILE));
        var manifest = new Manifest(view.version(), program, takenAt, annexes, parts);
        zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return heads;
    }

    private AnnexParts.Version add(AnnexTables tables) throws IOException {
        String schema = tables.annex().schema();
        for (String table : tables.tables()) {
            add(AnnexParts.file(schema, table), tables.columns(table), out -> tables.copyOut(table, out));
        }
        // Last: a sequence may have counted on since, and never less than any row that was copied.
        Map<String, Long> sequences = tables.sequences();
        add(AnnexParts.sequences(schema), List.of(), out -> {
            AnnexParts.write(sequences, out);
            return sequences.size();
        });
        return new AnnexParts.Version(schema, tables.version());
    }

    /// Writes the content of a part and answers how many rows it has.
    private interface Content {
        long writeTo(OutputStream out) throws IOException;
    }

    private void add(String file, List<String> columns, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(file));
        var tallied = new Tallied(progress);
        long rows = content.writeTo(tallied.over(zip));
        zip.closeEntry();
        parts.add(new Part(file, columns, rows, tallied.bytes(), tallied.digest()));
    }
}
