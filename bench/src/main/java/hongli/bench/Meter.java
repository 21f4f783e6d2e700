package hongli.bench;

import com.sun.management.OperatingSystemMXBean;
import hongli.ledger.postgres.Database;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

/// What a run costs beside time: the processor's, by this process and by the database, and bytes in the database.
final class Meter {
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /// Linux counts in hundredths of a second.
    private static final long NANOS_PER_TICK = 10_000_000;
    /// Where `utime` stands after the name in `/proc/PID/stat`.
    private static final int UTIME = 11;

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

    /// The tables of the mall, likewise.
    static Meter ofMall(Database.Embedded database) {
        return new Meter(database, "n.nspname = 'mall'");
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

    /// The database's processes that live, and those that have ended: the server keeps their times when it buries them.
    private long databaseNanos() {
        long server = database.postgres().pid();
        long ticks = ticks(server, 4);
        for (ProcessHandle process : ProcessHandle.of(server).stream()
                .flatMap(ProcessHandle::descendants)
                .toList()) {
            ticks += ticks(process.pid(), 2);
        }
        return ticks * NANOS_PER_TICK;
    }

    /// The first `fields` of `utime stime cutime cstime` of a process; nothing where it has ended meanwhile.
    private static long ticks(long pid, int fields) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(words, UTIME, UTIME + fields)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException _) {
            return 0;
        }
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
