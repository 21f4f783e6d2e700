package hongli.bench;

import com.sun.management.OperatingSystemMXBean;
import hongli.ledger.postgres.Database;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/// What a run costs beside time: the processor's, by this process and by the database, and bytes in the database.
final class Meter {
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Database.Embedded database;
    private final String relations;

    /// A reading of all meters.
    record Reading(long ownNanos, long databaseNanos, long bytes) {}

    /// @param relations a condition on `pg_class c` and `pg_namespace n` for the relations whose bytes count
    Meter(Database.Embedded database, String relations) {
        this.database = database;
        this.relations = relations;
    }

    /// The tables of the journal, with their indexes and overflow.
    static Meter ofJournal(Database.Embedded database) {
        return new Meter(database, "n.nspname = 'hongli' and c.relname in ('journal', 'volume')");
    }

    /// The tables of the naive way, likewise.
    static Meter ofNaive(Database.Embedded database) {
        return new Meter(database, "n.nspname = 'naive'");
    }

    Reading read() throws SQLException {
        return new Reading(MACHINE.getProcessCpuTime(), databaseNanos(), bytes());
    }

    /// What `orders` took each since `before`, in a few words.
    String tell(Reading before, long orders) throws SQLException {
        Reading now = read();
        double count = Math.max(1, orders);
        return String.format(
                Locale.ROOT,
                "JVM %.2f + PG %.2f us  %.0f B",
                (now.ownNanos - before.ownNanos) / count / 1e3,
                (now.databaseNanos - before.databaseNanos) / count / 1e3,
                (now.bytes - before.bytes) / count);
    }

    private long databaseNanos() {
        return ProcessHandle.of(database.postgres().pid()).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .mapToLong(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
    }

    private long bytes() throws SQLException {
        String sql = "select coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint from pg_class c"
                + " join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and " + relations;
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
