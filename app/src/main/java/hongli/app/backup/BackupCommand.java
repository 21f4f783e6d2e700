package hongli.app.backup;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.app.console.Megabytes;
import hongli.app.console.Text;
import hongli.app.disk.Draft;
import hongli.app.serve.Place;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.backup.Backup;
import hongli.ledger.journal.Head;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.DatabaseUnavailable;
import hongli.ledger.postgres.StillView;
import hongli.ledger.postgres.TablesDiffer;
import hongli.mall.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes all programmes and the mall into one file, while the server runs or not.
@Command(name = "backup", sortOptions = false, sortSynopsis = false)
public final class BackupCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Console console;
    private final String version;

    @Mixin
    private Place place = new Place();

    @Option(names = "--to", paramLabel = "FILE|DIR", descriptionKey = "backup.to")
    private Path to = Path.of("");

    /// @param version which Hongli this is
    public BackupCommand(Console console, String version) {
        this.console = console;
        this.version = version;
    }

    @Override
    public Integer call() {
        Path file = file();
        try (Draft draft = Draft.of(file)) {
            List<Head> heads;
            boolean withMall;
            try (Database database = place.visit(console);
                    StillView view = StillView.of(database.connections(), List.of(Tables.ANNEX))) {
                heads = write(view, draft);
                withMall = !view.annexes().isEmpty();
            }
            draft.keep();
            tell(file, heads, withMall);
            return 0;
        } catch (IOException e) {
            throw Draft.unwritable(file, e);
        } catch (DatabaseUnavailable | JournalUnavailable | TablesDiffer e) {
            throw Place.complaint(e);
        }
    }

    private Path file() {
        Path wish = to.toAbsolutePath().normalize();
        Path file =
                Files.isDirectory(wish) ? wish.resolve("hongli-backup-" + STAMP.format(Instant.now()) + ".zip") : wish;
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Complaint.failure("没有这个目录：" + folder, "no such folder: " + folder);
        }
        return file;
    }

    private List<Head> write(StillView view, Draft draft) throws IOException {
        var progress = new Megabytes(console, new Text("备份", "backing up"), view.estimatedBytes());
        try {
            return Backup.write(view, version, draft.out(), progress);
        } finally {
            progress.finish();
        }
    }

    private void tell(Path file, List<Head> heads, boolean withMall) throws IOException {
        for (Head head : heads) {
            console.print(
                    "%s：%,d 条命令，链尾 %s".formatted(head.programme(), head.position(), head.hash()),
                    "%s: %,d commands, end of chain %s".formatted(head.programme(), head.position(), head.hash()));
        }
        double megabytes = Files.size(file) / 1e6;
        console.print(
                "备份已写到 %s：%,d 个计划%s，%,.2f MB".formatted(file, heads.size(), withMall ? "与商城" : "", megabytes),
                "backup written to %s: %,d programmes%s, %,.2f MB"
                        .formatted(file, heads.size(), withMall ? " and the mall" : "", megabytes));
    }
}
