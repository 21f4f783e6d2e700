package hongli.app.passage;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.app.console.Progress;
import hongli.app.console.Text;
import hongli.app.disk.Ground;
import hongli.app.serve.Place;
import hongli.economy.LawBroken;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.AdoptingJournal;
import hongli.ledger.journal.Head;
import hongli.ledger.passage.ExportUnusable;
import hongli.ledger.passage.Import;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.DatabaseUnavailable;
import hongli.ledger.postgres.PostgresJournal;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Brings in a programme that was exported, deciding every command again; the server must be stopped, since every
/// command keeps its recorded time.
@Command(name = "import", sortOptions = false, sortSynopsis = false)
public final class ImportCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--from", required = true, paramLabel = "DIR|FILE.zip", descriptionKey = "import.from")
    private Path from = Path.of("");

    @Option(names = "--as", paramLabel = "ID", descriptionKey = "import.as")
    private @Nullable String as;

    @Mixin
    private Place place = new Place();

    public ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (as != null && !ProgrammeId.isSound(as)) {
            throw Complaint.misuse(
                    "--as 须为 1 到 64 个小写字母、数字或连字符：" + as, "--as must be 1 to 64 of a-z, 0-9 and -: " + as);
        }
        try {
            if (Files.isDirectory(from)) {
                bringIn(from);
            } else {
                try (FileSystem zip = FileSystems.newFileSystem(from)) {
                    bringIn(zip.getPath("/"));
                }
            }
            return 0;
        } catch (ExportUnusable e) {
            throw complaint(e);
        } catch (IOException | ProviderNotFoundException e) {
            throw Files.exists(from)
                    ? Complaint.failure("读不了 " + from + "：" + e.getMessage(), "cannot read " + from + ": " + e, e)
                    : Complaint.failure("没有这个文件或目录：" + from, "no such file or folder: " + from, e);
        } catch (LawBroken e) {
            throw Complaint.failure(
                    "导入的历史违反定律，什么也没有导入：" + e.getMessage(),
                    "the history breaks a law, nothing was imported: " + e.getMessage(),
                    e);
        } catch (DatabaseUnavailable | JournalUnavailable e) {
            throw Place.complaint(e);
        }
    }

    private void bringIn(Path folder) throws IOException {
        Import history = Import.of(folder);
        ProgrammeId id = as == null ? history.id() : new ProgrammeId(as);
        try (Ground ground = Ground.of(place.folder(console));
                Database database = place.take(console);
                AdoptingJournal journal = PostgresJournal.open(database.connections())) {
            Head head = decide(history, journal, id);
            console.print(
                    "%s：%,d 条命令重新裁决，结果与状态全部一致，链尾 %s".formatted(id, head.position(), head.hash()),
                    "%s: %,d commands decided again, every outcome and the state the same, end of chain %s"
                            .formatted(id, head.position(), head.hash()));
            console.print("已导入到 " + database.place(), "imported into " + database.place());
            ground.keep();
        }
    }

    private Head decide(Import history, AdoptingJournal journal, ProgrammeId id) throws IOException {
        var progress = new Progress(console, new Text("导入", "importing"), new Text("条", "commands"));
        try {
            return history.into(
                    journal, id, done -> progress.report(done, done / (double) Math.max(1, history.commands())));
        } catch (JournalUnavailable e) {
            throw Complaint.failure(
                    "数据库写不下去了（磁盘是否满了？），什么也没有导入：" + e.getMessage(),
                    "the database does not take it (is its disk full?), nothing was imported: " + e.getMessage(),
                    e);
        } finally {
            progress.finish();
        }
    }

    private Complaint complaint(ExportUnusable e) {
        String detail = " (" + e.detail() + ")";
        return switch (e.why()) {
            case NO_EXPORT -> Complaint.failure("不是导出的计划：" + from + detail, "no export: " + from + detail, e);
            case OTHER_VERSION ->
                Complaint.failure(
                        "导出文件是另一个版本的红利写的，请用那个版本导入：" + from + detail,
                        "another version of Hongli wrote this export, import it with that one: " + from + detail,
                        e);
            case DAMAGED ->
                Complaint.failure(
                        "导出文件不完整或被改动过，什么也没有导入：" + from + detail,
                        "the export is not whole or was changed, nothing was imported: " + from + detail,
                        e);
            case DIFFERS ->
                Complaint.failure(
                        "第 %d 条与重新裁决的不符，什么也没有导入：%s%s".formatted(e.position(), from, detail),
                        "position %d is not what is decided now, nothing was imported: %s%s"
                                .formatted(e.position(), from, detail),
                        e);
            case TAKEN ->
                Complaint.failure(
                        "那里已经有这个编号的计划，请用 --as 换一个编号" + detail,
                        "there is a programme of this id already: choose another by --as" + detail,
                        e);
        };
    }
}
