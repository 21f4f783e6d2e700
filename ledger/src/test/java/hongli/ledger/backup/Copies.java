package hongli.ledger.backup;

import static hongli.ledger.trial.Trial.WINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.ledger.Ledger;
import hongli.ledger.backup.BackupUnusable.Why;
import hongli.ledger.journal.Head;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.postgres.StillView;
import hongli.ledger.trial.TestDatabase;
import hongli.ledger.trial.Trial;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/// Short ways to make backups and to use them.
final class Copies {
    private Copies() {}

    /// A backup of a wine shop with so many orders.
    static Path wine(Path folder, int orders) throws IOException {
        DataSource source = TestDatabase.fresh();
        fill(source, orders);
        Path file = folder.resolve("wine.zip");
        back(source, file);
        return file;
    }

    /// Puts a wine shop into a database.
    static void fill(DataSource source, int orders) {
        try (Ledger ledger = Ledger.start(PostgresJournal.open(source), Trial.settings())) {
            ledger.open(WINE, "Wine", Trial.TERMS);
            Trial.submit(ledger, Trial.join("k0", "王芳"));
            for (int i = 1; i <= orders; i++) {
                Trial.submit(ledger, Trial.order("k" + i, "k" + i, "王芳", "10.00"));
            }
        }
    }

    static List<Head> back(DataSource source, Path file) throws IOException {
        try (StillView view = StillView.of(source);
                OutputStream out = Files.newOutputStream(file)) {
            return Backup.write(view, "trial", out, _ -> {});
        }
    }

    static void verify(Path file) throws IOException {
        try (Restore restore = Restore.of(file)) {
            restore.verify(_ -> {});
        }
    }

    static List<Head> restore(Path file, DataSource target) throws IOException {
        try (Restore restore = Restore.of(file);
                Journal journal = PostgresJournal.open(target)) {
            return restore.into(journal, target, _ -> {});
        }
    }

    static void requireUnusable(Why why, Path file, DataSource target) {
        assertThatThrownBy(() -> restore(file, target))
                .isInstanceOfSatisfying(
                        BackupUnusable.class, e -> assertThat(e.why()).isEqualTo(why));
    }
}
