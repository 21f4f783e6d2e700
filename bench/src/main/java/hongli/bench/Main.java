package hongli.bench;

import hongli.ledger.postgres.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Runs the tracks, the naive way and ours by turns on the same database, and prints what was measured.
///
/// `engine` runs the engine alone, `settlement` durable orders, `flat` many of them in small batches, `projectors` the
/// read models behind them; without a word engine and settlement run. `--seconds N` and `--rounds N` set how long,
/// `--only TEXT` which runs, `--orders N` how many orders `flat` takes. `days` closes days and `members` fills a
/// programme, each with `--members N`.
public final class Main {
    private Main() {}

    /// A track that needs a database.
    private interface Track {
        void run(Database.Embedded database, Options options) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Options options = Options.of(words);
        String track = words.isEmpty() || words.getFirst().startsWith("--") ? "" : words.getFirst();
        switch (track) {
            case "" -> {
                EngineTrack.run();
                run(SettlementTrack::run, options);
            }
            case "engine" -> EngineTrack.run();
            case "days" -> DaysTrack.run(arguments);
            case "members" -> MembersTrack.run(arguments);
            case "settlement" -> run(SettlementTrack::run, options);
            case "flat" -> run(FlatTrack::run, options);
            case "projectors" -> run(ProjectorTrack::run, options);
            default -> throw new IllegalArgumentException("track must be known: track=" + track);
        }
    }

    private static void run(Track track, Options options) throws Exception {
        Path folder = Files.createTempDirectory("hongli-bench");
        try (Database.Embedded database = Database.embedded(folder)) {
            System.out.println("durability: " + durability(database));
            track.run(database, options);
        } finally {
            delete(folder);
        }
    }

    private static String durability(Database database) throws SQLException {
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

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
