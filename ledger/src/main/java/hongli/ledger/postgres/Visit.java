package hongli.ledger.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/// The way into the database of a data folder for whoever does not run it: the port stands in the database's own note,
/// the password beside it, both readable by their owner alone.
final class Visit {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    private final Path folder;

    private Visit(Path folder) {
        this.folder = folder;
    }

    static Database of(Path path) {
        try {
            Path folder = path.toRealPath();
            if (!Files.exists(folder.resolve("postgresql"))) {
                throw new DatabaseUnavailable("there must be a database in the data folder: folder=" + path);
            }
            return new Visit(folder).enter();
        } catch (NoSuchFileException e) {
            throw new DatabaseUnavailable("the data folder must be there: folder=" + path, e);
        } catch (AccessDeniedException e) {
            var user = System.getProperty("user.name");
            throw new DatabaseUnavailable(
                    "the data folder must be open to this user: file=" + e.getFile() + ", user=" + user, e);
        } catch (IOException e) {
            throw new DatabaseUnavailable("the data folder must be readable: folder=" + path + ", found=" + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while waiting for the database: folder=" + path, e);
        }
    }

    /// A server may be just starting or just stopping, so this looks again for a while.
    private Database enter() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (DataFolder.isInUse(folder)) {
            Optional<Database> entered = asGuest();
            if (entered.isPresent()) {
                return entered.get();
            }
            if (System.nanoTime() > deadline) {
                throw new DatabaseUnavailable(
                        "the server that uses the data folder must have its database ready: folder=" + folder);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return Database.embedded(folder);
    }

    private Optional<Database> asGuest() throws IOException {
        Optional<String> port = port();
        if (port.isEmpty()) {
            return Optional.empty();
        }
        var source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + port.get() + "/postgres");
        source.setUser(Cluster.USER);
        source.setPassword(Files.readString(folder.resolve("database.secret")).strip());
        try (var _ = source.getConnection()) {
            return Optional.of(new Database.Guest(folder, source));
        } catch (SQLException _) {
            return Optional.empty();
        }
    }

    private Optional<String> port() throws IOException {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("postgresql").resolve("postmaster.pid"));
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return ready ? Optional.of(lines.get(PORT_LINE).strip()) : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
