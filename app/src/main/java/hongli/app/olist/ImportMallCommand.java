package hongli.app.olist;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.app.console.Pace;
import hongli.app.console.Progress;
import hongli.app.console.Text;
import hongli.app.sample.WineShop;
import hongli.app.serve.DataFolder;
import hongli.app.serve.Store;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.postgres.Database;
import hongli.mall.Mall;
import hongli.mall.order.Orders;
import hongli.mall.programme.Courier;
import hongli.mall.table.MallClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Brings the orders of Olist into an empty mall, with payments, deliveries, settlement and programme; the
/// server must be stopped.
@Command(name = "import-mall", sortOptions = false, sortSynopsis = false)
public final class ImportMallCommand implements Callable<Integer> {
    private static final ProgrammeId PROGRAMME = new ProgrammeId("mall");

    private final Console console;

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
        var progress = new Progress(console, new Text("导入商城", "importing"), new Text("单", "orders"));
        try (Store store = Store.embedded(folder, LedgerSettings.standard())) {
            Courier.Standing standing = bringIn(store.database(), store.ledger(), read, progress);
            progress.finish();
            console.print(
                    "%,d 单已导入；告知权益计划 %,d 条，拒绝 %,d 条，待发 %,d 条"
                            .formatted(read.orders().size(), standing.all(), standing.refused(), standing.waiting()),
                    "%,d orders imported; %,d messages to the programme, %,d refused, %,d waiting"
                            .formatted(read.orders().size(), standing.all(), standing.refused(), standing.waiting()));
        } finally {
            progress.finish();
        }
        return 0;
    }

    /// Lives the orders in the mall of this database, and answers how the outbox stands afterwards.
    static Courier.Standing bringIn(Database database, Ledger ledger, Olist olist, Pace pace) {
        var time = new OlistMall.Time();
        var config = new HikariConfig();
        config.setDataSource(database.connections());
        config.setMaximumPoolSize(2);
        try (var connections = new HikariDataSource(config)) {
            Mall mall = Mall.open(connections, new MallClock(time::now, false), ledger);
            boolean used = mall.tables().work(work -> work.exists("select from mall.orders limit 1"));
            if (used) {
                throw Complaint.failure("商城里已有订单，请用新的 --data", "there are orders already: choose a new --data");
            }
            mall.tables().run(work -> work.run("update mall.setting set value = 'true' where name = 'multi_merchant'"));
            var _ = ledger.open(PROGRAMME, "Olist", WineShop.terms());
            var orders = new Orders(mall.tables(), mall.timers());
            new OlistMall(mall.tables(), orders, mall.programme().courier(), time, new Catalogue(olist))
                    .live(olist, pace);
            return mall.tables().work(Courier.Standing::read);
        }
    }
}
