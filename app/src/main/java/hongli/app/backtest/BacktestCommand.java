package hongli.app.backtest;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.app.console.Progress;
import hongli.app.console.Text;
import hongli.app.replay.TermsFile;
import hongli.economy.terms.Terms;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Plays a shop's own order history through a programme and says what would have come of it.
@Command(name = "backtest", sortOptions = false, sortSynopsis = false)
public final class BacktestCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 366;

    private final Console console;

    @Option(names = "--programme", required = true, paramLabel = "FILE", descriptionKey = "backtest.programme")
    private Path programme = Path.of("");

    @Option(names = "--orders", required = true, paramLabel = "FILE", descriptionKey = "backtest.orders")
    private Path orders = Path.of("");

    @Option(names = "--columns", required = true, paramLabel = "COLUMNS", descriptionKey = "backtest.columns")
    private String columns = "";

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "backtest.zone")
    private String zone = "Asia/Shanghai";

    @Option(names = "--charset", paramLabel = "NAME", descriptionKey = "backtest.charset")
    private String charset = "UTF-8";

    @Option(names = "--settle-after", paramLabel = "DAYS", descriptionKey = "backtest.settleAfter")
    private int settleAfter;

    @Option(names = "--report", paramLabel = "DIR", descriptionKey = "backtest.report")
    private @Nullable Path report;

    public BacktestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Columns wanted = Columns.parse(columns);
        ZoneId shopZone = shopZone();
        if (settleAfter < 0 || settleAfter > MOST_DAYS) {
            throw Complaint.misuse(
                    "--settle-after 须为 0 到 " + MOST_DAYS + " 天：" + settleAfter,
                    "--settle-after must be 0 to " + MOST_DAYS + " days: " + settleAfter);
        }
        Charset letters = letters();
        Terms terms = TermsFile.read(programme);
        History history = new HistoryFile(orders, letters).read(wanted, shopZone, console);
        var progress = new Progress(console, new Text("回放", "playing"), new Text("件", "events"));
        Findings findings = new Backtest(terms, shopZone, _ -> {}).play(history, settleAfter, progress);
        progress.finish();
        String file = String.valueOf(orders.getFileName());
        new Summary(file, findings, console.language()).print(console.out());
        if (report != null) {
            write(report, new ReportPage(file, findings, console.language()).html());
        }
        return 0;
    }

    private void write(Path folder, String page) {
        Path file = folder.resolve("index.html");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, page);
        } catch (IOException e) {
            throw Complaint.failure("写不了 " + file + "：" + e.getMessage(), "cannot write " + file + ": " + e, e);
        }
        console.print("报告：" + file.toAbsolutePath(), "report: " + file.toAbsolutePath());
    }

    private ZoneId shopZone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException _) {
            throw Complaint.misuse("没有这个时区：" + zone, "no such time zone: " + zone);
        }
    }

    private Charset letters() {
        try {
            return Charset.forName(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw Complaint.misuse("没有这种字符编码：" + charset, "no such charset: " + charset);
        }
    }
}
