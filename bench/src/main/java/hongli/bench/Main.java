package hongli.bench;

import hongli.ledger.postgres.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Runs the tracks, the naive way and ours by turns on the same machine, and prints what was measured.
@Command(
        name = "./hongli bench",
        mixinStandardHelpOptions = true,
        description = "性能测试：与朴素做法同场测量。 Measures beside the naive way, in one run.")
public final class Main implements Callable<Integer> {
    private enum Track {
        ENGINE,
        SETTLEMENT,
        FLAT,
        PROJECTORS,
        DAYS,
        MEMBERS,
        HTTP,
        MALL
    }

    /// A track that needs a database.
    private interface OnDatabase {
        void run(Database.Embedded database, Options options) throws Exception;
    }

    @Parameters(
            paramLabel = "TRACK",
            arity = "0..*",
            split = ",",
            defaultValue = "ENGINE,SETTLEMENT",
            description = "${COMPLETION-CANDIDATES}; 默认 by default: ${DEFAULT-VALUE}")
    private List<Track> tracks = List.of();

    @Mixin
    private Options options = new Options();

    public static void main(String[] arguments) {
        var line = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        for (Track track : tracks) {
            run(track);
        }
        return 0;
    }

    private void run(Track track) throws Exception {
        switch (track) {
            case ENGINE -> EngineTrack.run();
            case SETTLEMENT -> run(SettlementTrack::run);
            case FLAT -> run(FlatTrack::run);
            case PROJECTORS -> run(ProjectorTrack::run);
            case DAYS -> DaysTrack.run(options);
            case MEMBERS -> MembersTrack.run(options);
            case HTTP -> HttpTrack.run(options);
            case MALL -> MallTrack.run(options);
        }
    }

    private void run(OnDatabase track) throws Exception {
        Path folder = Files.createTempDirectory("hongli-bench");
        try (Database.Embedded database = Database.embedded(folder)) {
            System.out.println("durability: " + durability(database));
            track.run(database, options);
        } finally {
            Folders.delete(folder);
        }
    }

    static String durability(Database database) throws SQLException {
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('server_version'), current_setting('fsync'),"
                        + " current_setting('synchronous_commit'), current_setting('wal_sync_method'),"
                        + " current_setting('full_page_writes'), current_setting('data_checksums')")) {
            row.next();
            return String.format(
                    "PostgreSQL %s, fsync %s, synchronous_commit %s (the ledger answers after its own flush),"
                            + " wal_sync_method %s, full_page_writes %s, data_checksums %s",
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6));
        }
    }
}
