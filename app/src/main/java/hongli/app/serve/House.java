package hongli.app.serve;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.app.sample.WineShop;
import hongli.ledger.LedgerSettings;
import hongli.ledger.postgres.Claim;
import hongli.ledger.postgres.Database;
import hongli.web.WebServer;
import hongli.web.WebSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.WebServerException;

/// Database, ledger, mall and counter, running. It stops in the opposite order: no more callers, then what
/// was taken is finished, then the database.
final class House implements AutoCloseable {
    private final Console console;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile boolean failed;
    private volatile @Nullable Store store;
    private @Nullable MallStore mall;
    private @Nullable WebServer server;

    private House(Console console) {
        this.console = console;
    }

    /// Opens the house and says where to look; it closes when the process is told to end.
    static House open(Console console, HouseSettings settings) {
        requireFree(settings);
        var house = new House(console);
        Runtime.getRuntime().addShutdownHook(new Thread(house::close, "closing"));
        house.start(settings);
        return house;
    }

    /// Waits until the house has closed; the exit code.
    int awaitEnd() throws InterruptedException {
        ended.await();
        return failed ? Complaint.FAILURE : 0;
    }

    private synchronized void start(HouseSettings settings) {
        if (closing.get()) {
            return;
        }
        new Welcome(console).opening(settings);
        Store opened = store(settings);
        store = opened;
        WebServer counter = serve(settings, opened);
        server = counter;
        if (opened.database() instanceof Database.Embedded embedded) {
            var _ = embedded.postgres().onExit().thenAccept(status -> databaseEnded(embedded, status));
        }
        new Welcome(console).open(settings, counter.port());
        if (mall != null) {
            mall.firstOperator().ifPresent(new Welcome(console)::firstOperator);
        }
    }

    private WebServer serve(HouseSettings settings, Store opened) {
        var web = new WebSettings(settings.address(), settings.port(), settings.token());
        try {
            var shop = MallStore.open(opened.database(), opened.ledger());
            mall = shop;
            return WebServer.start(web, opened.ledger(), new WineShop(opened.ledger()), shop.mall());
        } catch (Complaint | WebServerException e) {
            if (mall != null) {
                mall.close();
                mall = null;
            }
            opened.close();
            store = null;
            throw e instanceof WebServerException ? portTaken(settings.port(), e) : e;
        }
    }

    private Store store(HouseSettings settings) {
        LedgerSettings ledger = LedgerSettings.standard().withOnFatal(this::ledgerEnded);
        String url = settings.databaseUrl();
        return url == null
                ? Store.embedded(settings.folder(), ledger)
                : Store.remote(
                        url, console.environment(), Claim.standard().withTakingOver(settings.takingOver()), ledger);
    }

    private void ledgerEnded(String why) {
        Store there = store;
        if (there != null && there.ledger().isTaken()) {
            end(
                    "另一个红利已接管此账本，本服务不得再写，就此停止；凡已答复的都在。",
                    "another server has taken the journal over: this one may not write any more and stops; all that was"
                            + " answered is kept");
            return;
        }
        end("账本停止了：" + why, "the ledger has stopped: " + why);
    }

    private void databaseEnded(Database.Embedded database, int status) {
        String place = database.place();
        end(
                "数据库意外退出（状态 " + status + "），已提交的都在，重新启动即可恢复。日志在 " + place,
                "the database ended (status " + status + "); all that was answered is kept, start again. Log in "
                        + place);
    }

    private void end(String zh, String en) {
        if (!closing.get()) {
            failed = true;
            console.remark(zh, en);
            // The hook closes the house; whoever reports the end must not wait for it.
            Thread.ofPlatform().start(() -> Runtime.getRuntime().exit(Complaint.FAILURE));
        }
    }

    /// Lets go of everything, once.
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        synchronized (this) {
            if (server != null) {
                console.remark("正在停止…", "stopping…");
                server.close();
            }
            if (mall != null) {
                mall.close();
            }
            if (store != null) {
                store.close();
                console.remark("已停止，数据已存好", "stopped; everything is kept");
            }
        }
        ended.countDown();
    }

    /// Looks first, so that no database is started in vain.
    private static void requireFree(HouseSettings settings) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.address(), settings.port()));
        } catch (IOException e) {
            throw portTaken(settings.port(), e);
        }
    }

    private static Complaint portTaken(int port, Exception cause) {
        return Complaint.failure(
                "端口 " + port + " 用不了（多半已被占用）。请停掉占用它的程序，或用 --port 换一个，例如 --port " + (port + 1),
                "port " + port
                        + " cannot be had, most likely it is taken: stop what uses it, or choose another, such as"
                        + " --port " + (port + 1),
                cause);
    }
}
