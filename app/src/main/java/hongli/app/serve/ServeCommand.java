package hongli.app.serve;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.app.demo.Scale;
import hongli.mall.sandbox.Nature;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the house until it is told to stop.
@Command(name = "serve", sortOptions = false, sortSynopsis = false)
public final class ServeCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    private final Console console;

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "serve.port")
    private int port = 8080;

    @Option(names = "--bind", paramLabel = "ADDRESS", descriptionKey = "serve.bind")
    private String bind = "127.0.0.1";

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "serve.data")
    private @Nullable Path data;

    @Option(names = "--database-url", paramLabel = "JDBC", descriptionKey = "serve.databaseUrl")
    private @Nullable String databaseUrl;

    @Option(names = "--take-over", descriptionKey = "serve.takeOver")
    private boolean takingOver;

    @Option(names = "--token", paramLabel = "TOKEN", descriptionKey = "serve.token")
    private @Nullable String token;

    @Option(names = "--sandbox", descriptionKey = "serve.sandbox")
    private boolean sandbox;

    @Option(names = "--demo", descriptionKey = "serve.demo")
    private boolean demo;

    @Option(names = "--demo-days", paramLabel = "DAYS", descriptionKey = "serve.demoDays")
    private int demoDays = Scale.USUAL_DAYS;

    public ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        return House.open(console, settings()).awaitEnd();
    }

    private HouseSettings settings() {
        if (port < 0 || port > LAST_PORT) {
            throw Complaint.misuse("--port 须为 0 到 65535：" + port, "--port must be 0 to 65535: " + port);
        }
        if (data != null && databaseUrl != null) {
            throw Complaint.misuse("--data 与 --database-url 只能给一个", "--data and --database-url exclude each other");
        }
        if (takingOver && databaseUrl == null) {
            throw Complaint.misuse(
                    "--take-over 只用于 --database-url；数据目录由占用它的进程持有，请先结束那个进程",
                    "--take-over goes with --database-url; a data folder is held by a process: end that one first");
        }
        if (demoDays < 2 || demoDays > Scale.MOST_DAYS) {
            throw Complaint.misuse(
                    "--demo-days 须为 2 到 " + Scale.MOST_DAYS + "：" + demoDays,
                    "--demo-days must be 2 to " + Scale.MOST_DAYS + ": " + demoDays);
        }
        InetAddress address = address();
        String secret = token != null ? token : console.environment().get("HONGLI_TOKEN");
        if (secret != null && secret.isBlank()) {
            throw Complaint.misuse(
                    "口令（--token 或 HONGLI_TOKEN）不能为空", "the token (--token or HONGLI_TOKEN) must not be empty");
        }
        if (secret == null && !address.isLoopbackAddress()) {
            throw Complaint.misuse(
                    "监听 " + bind + " 会让别的机器也能访问，须先用 --token 或环境变量 HONGLI_TOKEN 设一个口令",
                    "others can reach " + bind + ": a token is needed, by --token or HONGLI_TOKEN");
        }
        Path folder = data != null ? data.toAbsolutePath().normalize() : DataFolder.usual(console.environment());
        return new HouseSettings(address, port, folder, databaseUrl, takingOver, secret, wanted(), Scale.of(demoDays));
    }

    private Nature wanted() {
        return demo ? Nature.DEMO : sandbox ? Nature.SANDBOX : Nature.EARNEST;
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException _) {
            throw Complaint.misuse("没有这个地址：" + bind, "no such address: " + bind);
        }
    }
}
