package hongli.app.olist;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.app.console.Pace;
import hongli.app.console.Progress;
import hongli.app.console.Text;
import hongli.app.serve.DataFolder;
import hongli.app.serve.Store;
import hongli.ledger.LedgerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Brings the orders of Olist into an empty mall, with payments, deliveries, settlement and programme; the
/// server must be stopped.
@Command(name = "import-mall", sortOptions = false, sortSynopsis = false)
public final class ImportMallCommand implements Callable<Integer> {
    private final Console console;
    private Optional<Progress> drawn = Optional.empty();

    @Option(names = "--olist", required = true, paramLabel = "DIR", descriptionKey = "importMall.olist")
    private Path olist = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "importMall.data")
    private @Nullable Path data;

    @Option(names = "--orders", paramLabel = "N", descriptionKey = "importMall.orders")
    private long orders = Long.MAX_VALUE;

    public ImportMallCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(olist)) {
            throw Complaint.failure("没有这个目录：" + olist, "no such folder: " + olist);
        }
        Path folder = data != null ? data.toAbsolutePath().normalize() : DataFolder.usual(console.environment());
        Olist read = Olist.read(olist, orders);
        var time = new Time();
        long begin = System.nanoTime();
        try (Store store = Store.embedded(folder, LedgerSettings.standard().withClock(time))) {
            MallImport.Report report =
                    new MallImport(store.database(), store.ledger(), time).bringIn(read, this::progress);
            drawn.ifPresent(Progress::finish);
            tell(report, (System.nanoTime() - begin) / 1e9);
        } finally {
            drawn.ifPresent(Progress::finish);
        }
        return 0;
    }

    private Pace progress(MallImport.Stage stage) {
        drawn.ifPresent(Progress::finish);
        var progress = switch (stage) {
            case SHOPS -> new Progress(console, new Text("商家与商品入驻", "opening shops"), new Text("家", "shops"));
            case ORDERS -> new Progress(console, new Text("订单", "orders"), new Text("单", "orders placed"));
        };
        drawn = Optional.of(progress);
        return progress;
    }

    private void tell(MallImport.Report report, double seconds) {
        console.print(
                "%,d 单已导入，用时 %,.0f 秒（每秒 %,.0f 单，其中商家与商品 %,.0f 秒）"
                        .formatted(report.orders(), seconds, report.orders() / seconds, report.shopSeconds()),
                "%,d orders imported in %,.0f s (%,.0f a second; shops and goods %,.0f s of it)"
                        .formatted(report.orders(), seconds, report.orders() / seconds, report.shopSeconds()));
        console.print(
                "应付合计 %s，已结算 %s；告知权益计划 %,d 条，拒绝 %,d 条，待发 %,d 条；商城与账本合并试算为零"
                        .formatted(
                                report.payable(),
                                report.settled(),
                                report.outbox().all(),
                                report.outbox().refused(),
                                report.outbox().waiting()),
                "payable %s in all, settled %s; %,d messages to the programme, %,d refused, %,d waiting; the trial"
                                .formatted(
                                        report.payable(),
                                        report.settled(),
                                        report.outbox().all(),
                                        report.outbox().refused(),
                                        report.outbox().waiting())
                        + " balance of mall and ledger is zero");
    }
}
