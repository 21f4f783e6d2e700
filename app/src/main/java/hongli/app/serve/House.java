package hongli.app.serve;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.app.console.Progress;
import hongli.app.console.Text;
import hongli.app.demo.Demo;
import hongli.app.demo.Scale;
import hongli.app.demo.Stage;
import hongli.app.sample.WineShop;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.ledger.postgres.Claim;
import hongli.ledger.postgres.Database;
import hongli.mall.sandbox.Nature;
import hongli.mall.staff.OneTime;
import hongli.mall.table.MallUnavailable;
import hongli.web.WebServer;
import hongli.web.WebSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.WebServerException;

/// Database, ledger, mall and counter, running. It stops in the opposite order: no more callers, then what
/// was taken is finished, then the database.
final class House implements AutoCloseable {
    private final Console console;
    private final Welcome welcome;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile boolean failed;
    private volatile @Nullable Store store;
    private @Nullable MallStore mall;
    private @Nullable WebServer server;

    private House(Console console) {
        this.console = console;
        this.welcome = new Welcome(console);
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
        welcome.opening(settings);
        var time = new HouseTime();
        Store opened = store(settings, time);
        store = opened;
        try {
            Nature nature = nature(settings, opened);
            if (nature == Nature.DEMO_BEGUN) {
                opened = emptied(settings, opened, time);
                store = opened;
            }
            openMall(settings, opened, nature, time);
        } catch (CancellationException _) {
            // Somebody ended the process while the demo was filled: it will be filled anew.
            return;
        } catch (Complaint | WebServerException | MallUnavailable e) {
            letGo();
            throw e instanceof Complaint complaint ? complaint : trouble(settings, e);
        }
        watch(opened);
    }

    private static Complaint trouble(HouseSettings settings, RuntimeException e) {
        return e instanceof WebServerException ? portTaken(settings.port(), e) : Store.complaint(e);
    }

    private static Nature nature(HouseSettings settings, Store opened) {
        DataSource source = opened.database().connections();
        return Begun.as(Nature.find(source), settings.wanted(), Nature.isUsed(source));
    }

    /// A demo is filled from nothing: what an earlier one left half done goes, and what was only opened and never used.
    private Store emptied(HouseSettings settings, Store opened, HouseTime time) {
        boolean broken = Nature.find(opened.database().connections())
                .filter(kept -> kept == Nature.DEMO_BEGUN)
                .isPresent();
        List<ProgrammeId> programmes = opened.ledger().programmes();
        if (programmes.isEmpty() && !broken) {
            return opened;
        }
        boolean used = programmes.stream()
                .anyMatch(id -> opened.ledger().read(id, View::position).orElse(0L) > 0);
        if (used && !broken) {
            throw Begun.notEmpty();
        }
        store = null;
        opened.close();
        Emptying.empty(() -> database(settings));
        return store(settings, time);
    }

    private void openMall(HouseSettings settings, Store opened, Nature nature, HouseTime time) {
        Nature whole = nature;
        if (nature == Nature.DEMO_BEGUN) {
            fill(settings.scale(), opened, time);
            whole = Nature.DEMO;
        }
        var shop = MallStore.open(
                opened, new MallStore.Opening(whole, time, InstantSource.system(), () -> beginAnew(settings)));
        mall = shop;
        boolean fresh = shop.openProgramme();
        Optional<OneTime> operator = shop.firstOperator();
        shop.begin();
        var web = new WebSettings(settings.address(), settings.port(), settings.token());
        WebServer counter = WebServer.start(web, opened.ledger(), new WineShop(opened.ledger()), shop.mall());
        server = counter;
        welcome.open(settings, counter.port(), shop.nature());
        welcome.mall(shop, operator, fresh);
    }

    private void fill(Scale scale, Store opened, HouseTime time) {
        var stage = new Stage(Instant.now(), scale);
        var progress = new Progress(console, new Text("填充演示", "filling the demo"), new Text("单", "orders"));
        var filling = new MallStore.Opening(Nature.DEMO_BEGUN, time, stage, () -> {});
        try (MallStore shop = MallStore.open(opened, filling)) {
            new Demo(shop.mall(), opened.ledger(), stage).fill((done, part) -> {
                if (closing.get()) {
                    throw new CancellationException();
                }
                progress.report(done, part);
            });
        } finally {
            progress.finish();
        }
    }

    private void watch(Store opened) {
        if (opened.database() instanceof Database.Embedded embedded) {
            var _ = embedded.postgres().onExit().thenAccept(status -> {
                if (store == opened) {
                    databaseEnded(embedded, status);
                }
            });
        }
    }

    private Store store(HouseSettings settings, HouseTime time) {
        LedgerSettings ledger = LedgerSettings.standard().withClock(time).withOnFatal(this::ledgerEnded);
        String url = settings.databaseUrl();
        return url == null
                ? Store.embedded(settings.folder(), ledger)
                : Store.remote(
                        url, console.environment(), Claim.standard().withTakingOver(settings.takingOver()), ledger);
    }

    private Database database(HouseSettings settings) {
        String url = settings.databaseUrl();
        return url == null ? Database.embedded(settings.folder()) : Database.at(url, console.environment());
    }

    /// Empties the demo and fills it again; whoever asked has been answered by then.
    private void beginAnew(HouseSettings settings) {
        if (renewing.compareAndSet(false, true)) {
            Thread.ofPlatform().name("anew").start(() -> {
                try {
                    renew(settings);
                } catch (Complaint e) {
                    end(e.text().zh(), e.text().en());
                } catch (RuntimeException e) {
                    end("演示重置不了：" + e, "the demo cannot be reset: " + e);
                } finally {
                    renewing.set(false);
                }
            });
        }
    }

    private synchronized void renew(HouseSettings settings) {
        WebServer counter = server;
        if (closing.get() || counter == null) {
            return;
        }
        console.remark("正在重置演示…", "resetting the demo…");
        int port = counter.port();
        letGo();
        Emptying.empty(() -> database(settings));
        start(settings.anew(port));
    }

    /// Closes what is open: no more callers first, the database last.
    private void letGo() {
        if (server != null) {
            server.close();
            server = null;
        }
        if (mall != null) {
            mall.close();
            mall = null;
        }
        Store there = store;
        store = null;
        if (there != null) {
            there.close();
        }
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
            boolean open = store != null;
            if (open) {
                console.remark("正在停止…", "stopping…");
            }
            letGo();
            if (open) {
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
