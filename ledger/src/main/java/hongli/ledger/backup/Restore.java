package hongli.ledger.backup;

import hongli.ledger.journal.Head;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.Annex;
import hongli.ledger.postgres.AnnexTables;
import hongli.ledger.postgres.Filling;
import hongli.ledger.postgres.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/// Puts a backup into an empty database, wholly or not at all.
public final class Restore implements AutoCloseable {
    private final Archive archive;

    private Restore(Archive archive) {
        this.archive = archive;
    }

    /// Opens the backup in `file`.
    ///
    /// @throws BackupUnusable where it is none, or not whole, or a newer program's
    /// @throws IOException where the file cannot be read
    public static Restore of(Path file) throws IOException {
        return new Restore(Archive.open(file));
    }

    /// How many bytes there are to be verified, and to be loaded.
    public long bytes() {
        return archive.bytes();
    }

    /// Reads everything once and holds it against the digests of the manifest.
    ///
    /// @param progress hears how many bytes have just been read
    /// @throws BackupUnusable where something differs
    public void verify(LongConsumer progress) throws IOException {
        archive.verify(progress);
    }

    /// Loads everything in one transaction, verifying it once more on the way; durable when it returns. How far each
    /// programme reaches then is the answer.
    ///
    /// @param journal the journal of the database, held so that nobody else writes to it
    /// @param source the same database
    /// @throws BackupUnusable where the database has programmes, or other tables, or the backup is not whole
    public List<Head> into(Journal journal, DataSource source, LongConsumer progress) throws IOException {
        return into(journal, source, List.of(), progress);
    }

    /// The rooms whose tables are in the backup, by the schemas they are in.
    public List<String> schemas() {
        return archive.manifest().annexes().stream()
                .map(AnnexParts.Version::schema)
                .toList();
    }

    /// As [#into(Journal, DataSource, LongConsumer)], with the tables of other rooms, which are there and were never
    /// used.
    public List<Head> into(Journal journal, DataSource source, List<Annex> annexes, LongConsumer progress)
            throws IOException {
        int programmes = journal.programmes().size();
        if (programmes > 0) {
            throw new BackupUnusable(BackupUnusable.Why.NOT_EMPTY, "programmes=" + programmes);
        }
        try (Filling filling = Filling.of(source)) {
            requireTables(filling.version());
            for (Truth truth : Truth.values()) {
                load(filling, truth, progress);
            }
            for (AnnexParts.Version version : archive.manifest().annexes()) {
                load(filling, version, annexes, progress);
            }
            List<Head> heads = archive.read(archive.part(Heads.FILE), progress, Heads::read);
            require(filling.heads().equals(heads), "programmes must reach as far as the backup says");
            filling.keep();
            return heads;
        }
    }

    private void requireTables(int version) {
        Manifest manifest = archive.manifest();
        if (manifest.tables() != version) {
            throw new BackupUnusable(
                    BackupUnusable.Why.OTHER_VERSION,
                    "tables=" + manifest.tables() + ", known=" + version + ", written by=" + manifest.program());
        }
    }

    private void load(Filling filling, Truth truth, LongConsumer progress) throws IOException {
        Part part = archive.part(truth.table() + ".copy");
        require(part.columns().equals(filling.columns(truth)), "columns must be the table's: file=" + part.file());
        long rows = archive.read(part, progress, in -> filling.copy(truth, in));
        require(rows == part.rows(), "rows must be as many as were written: file=" + part.file());
    }

    private void load(Filling filling, AnnexParts.Version version, List<Annex> annexes, LongConsumer progress)
            throws IOException {
        AnnexTables tables = annexes.stream()
                .filter(annex -> annex.schema().equals(version.schema()))
                .findFirst()
                .map(filling::annex)
                .filter(AnnexTables::isThere)
                .orElseThrow(() -> otherVersion(version, 0));
        if (tables.version() != version.tables()) {
            throw otherVersion(version, tables.version());
        }
        if (tables.isUsed()) {
            throw new BackupUnusable(BackupUnusable.Why.NOT_EMPTY, "in use=" + version.schema());
        }
        tables.clear();
        for (String table : tables.tables()) {
            load(tables, table, progress);
        }
        tables.count(archive.read(archive.part(AnnexParts.sequences(version.schema())), progress, AnnexParts::read));
    }

    private BackupUnusable otherVersion(AnnexParts.Version version, int known) {
        return new BackupUnusable(
                BackupUnusable.Why.OTHER_VERSION,
                version.schema() + "=" + version.tables() + ", known=" + known + ", written by="
                        + archive.manifest().program());
    }

    private void load(AnnexTables tables, String table, LongConsumer progress) throws IOException {
        Part part = archive.part(AnnexParts.file(tables.annex().schema(), table));
        require(part.columns().equals(tables.columns(table)), "columns must be the table's: file=" + part.file());
        long rows = archive.read(part, progress, in -> tables.copyIn(table, in));
        require(rows == part.rows(), "rows must be as many as were written: file=" + part.file());
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new BackupUnusable(BackupUnusable.Why.DAMAGED, what);
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
