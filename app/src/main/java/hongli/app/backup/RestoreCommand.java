package hongli.app.backup;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.app.console.Megabytes;
import hongli.app.console.Progress;
import hongli.app.console.Text;
import hongli.app.disk.Ground;
import hongli.app.serve.CheckReport;
import hongli.app.serve.MallCheck;
import hongli.app.serve.Place;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.audit.Check;
import hongli.ledger.audit.Report;
import hongli.ledger.backup.BackupUnusable;
import hongli.ledger.backup.Restore;
import hongli.ledger.journal.Head;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.DatabaseUnavailable;
import hongli.ledger.postgres.PostgresJournal;
import hongli.mall.audit.Audit;
import hongli.mall.table.MallClock;
import hongli.mall.table.MallUnavailable;
import hongli.mall.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Puts a backup into an empty house, and checks what stands there then.
@Command(name = "restore", sortOptions = false, sortSynopsis = false)
public final class RestoreCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", descriptionKey = "restore.file")
    private Path file = Path.of("");

    @Mixin
    private Place place = new Place();

    public RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Restore restore = Restore.of(file);
                Ground ground = Ground.of(place.folder(console))) {
            var progress = new Megabytes(console, new Text("校验", "verifying"), restore.bytes());
            restore.verify(progress);
            progress.finish();
            boolean clean = into(restore);
            ground.keep();
            return clean ? 0 : Complaint.FAILURE;
        } catch (BackupUnusable e) {
            throw complaint(e);
        } catch (IOException e) {
            throw Files.exists(file)
                    ? Complaint.failure("读不了 " + file + "：" + e.getMessage(), "cannot read " + file + ": " + e, e)
                    : Complaint.failure("没有这个文件：" + file, "no such file: " + file, e);
        } catch (DatabaseUnavailable | JournalUnavailable | MallUnavailable e) {
            throw Place.complaint(e);
        }
    }

    private boolean into(Restore restore) throws IOException {
        try (Database database = place.take(console)) {
            Report report = checked(restore, database);
            Optional<Audit.Report> mall = report.isClean() ? MallCheck.of(database) : Optional.empty();
            CheckReport.tell(console, report, mall);
            return report.isClean() && mall.map(Audit.Report::isClean).orElse(true);
        }
    }

    private Report checked(Restore restore, Database database) throws IOException {
        try (Journal journal = PostgresJournal.open(database.connections())) {
            if (restore.schemas().contains(Tables.ANNEX.schema())) {
                var _ = Tables.open(database.connections(), new MallClock(InstantSource.system(), true));
            }
            var loading = new Megabytes(console, new Text("恢复", "restoring"), restore.bytes());
            List<Head> heads = load(restore, journal, database, loading);
            long commands = heads.stream().mapToLong(Head::position).sum();
            console.print(
                    "已恢复到 %s：%,d 个计划，%,d 条命令".formatted(database.place(), heads.size(), commands),
                    "restored to %s: %,d programmes, %,d commands".formatted(database.place(), heads.size(), commands));
            var checking = new Progress(console, new Text("核对", "checking"), new Text("条", "commands"));
            Report report = Check.of(journal, done -> checking.report(done, done / (double) Math.max(1, commands)));
            checking.finish();
            return report;
        }
    }

    private static List<Head> load(Restore restore, Journal journal, Database database, Megabytes progress)
            throws IOException {
        try {
            return restore.into(journal, database.connections(), List.of(Tables.ANNEX), progress);
        } catch (JournalUnavailable e) {
            throw Complaint.failure(
                    "装不进数据库（磁盘是否满了？），什么也没有恢复：" + e.getMessage(),
                    "the database does not take it (is its disk full?), nothing was restored: " + e.getMessage(),
                    e);
        } finally {
            progress.finish();
        }
    }

    private Complaint complaint(BackupUnusable e) {
        String detail = " (" + e.detail() + ")";
        return switch (e.why()) {
            case NO_BACKUP -> Complaint.failure("不是备份文件：" + file + detail, "no backup: " + file + detail, e);
            case DAMAGED ->
                Complaint.failure(
                        "备份文件不完整或被改动过，什么也没有恢复：" + file + detail,
                        "the backup is not whole or was changed, nothing was restored: " + file + detail,
                        e);
            case OTHER_VERSION ->
                Complaint.failure(
                        "备份是另一个版本的红利写的，请用那个版本恢复：" + file + detail,
                        "another version of Hongli wrote this backup, restore it with that one: " + file + detail,
                        e);
            case NOT_EMPTY ->
                Complaint.failure(
                        "那里已经有计划了，只能恢复到空的地方，请换一个 --data" + detail,
                        "there are programmes already, a backup goes into an empty place only: choose another --data"
                                + detail,
                        e);
        };
    }
}
