package hongli.app.serve;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.audit.Check;
import hongli.ledger.audit.JournalLines;
import hongli.ledger.audit.LedgerFile;
import hongli.ledger.audit.Report;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.DatabaseUnavailable;
import hongli.ledger.postgres.PostgresJournal;
import hongli.mall.audit.Audit;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Checks the books of a house that is closed, and writes them for accountants.
@Command(name = "check", sortOptions = false, sortSynopsis = false)
public final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "check.data")
    private @Nullable Path data;

    @Option(names = "--database-url", paramLabel = "JDBC", descriptionKey = "check.databaseUrl")
    private @Nullable String databaseUrl;

    @Option(names = "--ledger", paramLabel = "FILE", descriptionKey = "check.ledger")
    private @Nullable Path ledger;

    @Option(names = "--dump", descriptionKey = "check.dump")
    private boolean dump;

    public CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Database database = database()) {
            return dump ? dump(database) : check(database);
        } catch (DatabaseUnavailable | JournalUnavailable e) {
            throw Store.complaint(e);
        }
    }

    private int check(Database database) {
        Report report;
        try (Journal journal = PostgresJournal.open(database.connections())) {
            report = Check.of(journal);
            if (ledger != null) {
                write(journal, ledger);
            }
        }
        // The mall's books are held against the journal: there is no point where that does not hold itself.
        Optional<Audit.Report> mall = report.isClean() ? MallCheck.of(database) : Optional.empty();
        CheckReport.tell(console, report, mall);
        boolean clean = report.isClean() && mall.map(Audit.Report::isClean).orElse(true);
        return clean ? 0 : Complaint.FAILURE;
    }

    private Database database() {
        String url = databaseUrl;
        Path folder = data;
        if ((url == null) == (folder == null)) {
            throw Complaint.misuse("须给出 --data 或 --database-url 之一", "one of --data and --database-url is needed");
        }
        if (url != null) {
            return Database.at(url, console.environment());
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw Complaint.failure("没有这个数据目录：" + folder, "no such data folder: " + folder);
        }
        return Database.embedded(folder.toAbsolutePath());
    }

    private int dump(Database database) {
        try (Journal journal = PostgresJournal.open(database.connections());
                var out = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8))) {
            JournalLines.write(journal, out);
            return 0;
        } catch (IOException e) {
            throw Complaint.failure("写不出日志账：" + e.getMessage(), "cannot write the journal: " + e, e);
        }
    }

    private void write(Journal journal, Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            LedgerFile.write(journal, out);
        } catch (IOException e) {
            throw Complaint.failure("写不了 " + file + "：" + e.getMessage(), "cannot write " + file + ": " + e, e);
        }
        console.print("分录已写到 " + file, "postings written to " + file);
    }
}
