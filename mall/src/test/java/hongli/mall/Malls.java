package hongli.mall;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hongli.ledger.postgres.Database;
import hongli.mall.table.MallClock;
import hongli.mall.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Malls to try things in: one PostgreSQL for all tests of this process, a database of its own for each mall.
public final class Malls {
    public static final Instant OPENING = Instant.parse("2026-03-01T00:00:00Z");

    private static final int MOST_POOLS = 8;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Deque<HikariDataSource> POOLS = new ArrayDeque<>();

    private Malls() {}

    /// The server of this process; it ends with the process.
    private static final class Server {
        static final Database.Embedded DATABASE = start();

        private static Database.Embedded start() {
            try {
                Path folder = Files.createTempDirectory("hongli-mall");
                Database.Embedded database = Database.embedded(folder);
                hurry(database);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database, folder)));
                return database;
            } catch (IOException e) {
                throw new IllegalStateException("a folder must be there", e);
            }
        }

        /// Processes are killed here, never the machine: nothing need wait for the disk.
        private static void hurry(Database.Embedded database) {
            try (var connection = database.connections().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("alter system set fsync = off");
                statement.execute("alter system set full_page_writes = off");
                statement.execute("select pg_reload_conf()");
            } catch (SQLException e) {
                throw new IllegalStateException("the database must be there", e);
            }
        }

        /// Nobody waits until the files of some hundred databases are gone.
        private static void close(Database.Embedded database, Path folder) {
            database.close();
            try {
                new ProcessBuilder("rm", "-rf", folder.toString()).start();
            } catch (IOException e) {
                System.err.println("folder stays: " + e.getMessage());
            }
        }
    }

    /// The tables of a new mall, with a clock that stands at the opening and may be set forward.
    public static Tables tables() {
        return Tables.open(database(), clock());
    }

    /// A clock of a sandbox that begins at the opening.
    public static MallClock clock() {
        return new MallClock(() -> OPENING, true);
    }

    /// A database with the mall's tables in it, empty but for what the tables begin with.
    public static DataSource database() {
        return kept(lasting());
    }

    /// As [#database()], for whoever closes its connections itself, and not before it has ended.
    public static HikariDataSource lasting() {
        String name = "mall" + NUMBER.incrementAndGet();
        create(name, " template " + Template.NAME);
        return pool(name);
    }

    /// A database without any tables.
    public static DataSource empty() {
        String name = "empty" + NUMBER.incrementAndGet();
        create(name, "");
        return kept(pool(name));
    }

    /// The tables made once, for databases to be copied from: a copy is made ten times as fast.
    private static final class Template {
        static final String NAME = make();

        private static String make() {
            create("mall_template", "");
            try (var pool = pool("mall_template")) {
                var _ = Tables.open(pool, clock());
            }
            return "mall_template";
        }
    }

    private static void create(String name, String like) {
        try (var connection = Server.DATABASE.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + like);
        } catch (SQLException e) {
            throw new IllegalStateException("a database must be made", e);
        }
    }

    private static HikariDataSource pool(String database) {
        var source = (PGSimpleDataSource) Server.DATABASE.connections();
        source.setDatabaseName(database);
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }

    /// The server has a hundred connections: the pools of tests that are long over are closed.
    private static synchronized DataSource kept(HikariDataSource pool) {
        POOLS.addLast(pool);
        if (POOLS.size() > MOST_POOLS) {
            POOLS.removeFirst().close();
        }
        return pool;
    }
}
