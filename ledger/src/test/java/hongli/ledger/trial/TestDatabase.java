package hongli.ledger.trial;

import hongli.ledger.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/// One embedded server for all tests of a run, and a database of its own for each test that asks.
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /// An empty database.
    public static PGSimpleDataSource fresh() {
        String name = "trial" + COUNT.incrementAndGet();
        run("create database " + name);
        return source(SERVER.url().replace("/postgres", "/" + name));
    }

    /// Ends every session of a database, as a network that fails does.
    public static void cutSessions(PGSimpleDataSource database) {
        run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database.getDatabaseName()
                + "' and application_name like 'hongli%'");
    }

    private static void run(String sql) {
        try (Connection connection = source(SERVER.url()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("test's server must answer", e);
        }
    }

    private static PGSimpleDataSource source(String url) {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(SERVER.user());
        source.setPassword(SERVER.password());
        return source;
    }

    private static EmbeddedPostgres start() {
        try {
            Path folder = Files.createTempDirectory("hongli-trial");
            EmbeddedPostgres server = EmbeddedPostgres.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                // Its data goes anyway, so it need not be written out before.
                ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly);
                server.close();
                remove(folder);
            }));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
