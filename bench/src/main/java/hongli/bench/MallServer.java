package hongli.bench;

import hongli.ledger.postgres.Database;
import hongli.web.WebServer;
import hongli.web.WebSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/// A process of its own that serves a mall with the sandbox channel, and writes down who may buy in it and what.
final class MallServer {
    private MallServer() {}

    /// Serves until the process is told to end.
    ///
    /// @param arguments the folder of its data, which must be new
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Database database = Database.embedded(folder);
        MallShop shop = MallShop.open(database, UnaryOperator.identity());
        write(shop, folder);
        WebServer server = WebServer.start(
                WebSettings.loopback(0),
                shop.ledger(),
                () -> {
                    throw new IllegalStateException("there is no sample here");
                },
                shop.mall());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            shop.close();
            database.close();
        }));
        System.out.println("http://127.0.0.1:" + server.port() + "/");
        System.out.flush();
        new CountDownLatch(1).await();
    }

    private static void write(MallShop shop, Path folder) throws IOException {
        List<String> buyers = new ArrayList<>();
        for (MallShop.Buyer buyer : shop.buyers()) {
            buyers.add(shop.logIn(buyer) + " " + buyer.address());
        }
        Files.write(buyers(folder), buyers);
        Files.write(
                variants(folder), shop.variants().stream().map(String::valueOf).toList());
    }

    /// A line for each buyer: the token and the address.
    static Path buyers(Path folder) {
        return folder.resolveSibling("buyers.txt");
    }

    static Path variants(Path folder) {
        return folder.resolveSibling("variants.txt");
    }
}
