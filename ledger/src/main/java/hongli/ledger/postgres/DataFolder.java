package hongli.ledger.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folder where a Hongli keeps its data, and the lock that keeps a second process out of it.
///
/// | file | what it holds |
/// |---|---|
/// | `hongli.lock` | locked while a process uses the folder; names that process |
/// | `postgresql/` | the database |
/// | `postgresql.log` | what the database says |
/// | `database.secret` | the password of the database, readable by the owner alone |
/// | `database.port` | the port it used last |
final class DataFolder implements AutoCloseable {
    private static final int SECRET_BYTES = 24;

    /// Locks of this process: a file lock is the process's, and closing any channel to the file would drop it.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Makes the folder where it is missing, and locks it.
    static DataFolder open(Path path) throws IOException {
        Path folder;
        try {
            Files.createDirectories(path);
            folder = path.toRealPath();
            if (!Files.isWritable(folder)) {
                throw new FileSystemException(path.toString(), null, "not writable");
            }
        } catch (FileSystemException e) {
            var user = System.getProperty("user.name");
            throw new DatabaseUnavailable(
                    "the data folder must be writable: folder=" + path + ", user=" + user + ", found=" + e, e);
        }
        if (!HELD.add(folder)) {
            throw inUse(folder, "this process");
        }
        try {
            return new DataFolder(folder, lock(folder));
        } catch (IOException | RuntimeException e) {
            HELD.remove(folder);
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var file = folder.resolve("hongli.lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(folder, "process " + Files.readString(file).strip());
        }
        // By this channel alone: closing another one on the file would drop the lock.
        channel.truncate(0)
                .write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
        return channel;
    }

    private static DatabaseUnavailable inUse(Path folder, String who) {
        return new DatabaseUnavailable("the data folder is in use by " + who + ": folder=" + folder
                + "; stop that one first (by kill -9 where it does not react: what it has answered is kept), or choose"
                + " another folder with --data");
    }

    Path path() {
        return folder;
    }

    Path data() {
        return folder.resolve("postgresql");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    /// The password of the database, made up at the first call.
    String password() throws IOException {
        var file = folder.resolve("database.secret");
        if (!Files.exists(file)) {
            if (Files.exists(data())) {
                throw new DatabaseUnavailable("the database's password must be kept beside it: missing=" + file);
            }
            var bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            var draft = Files.createTempFile(folder, "database.secret", ".draft"); // readable by its owner alone
            Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /// The port the database had last time, or 0.
    int lastPort() throws IOException {
        var file = folder.resolve("database.port");
        var text = Files.exists(file) ? Files.readString(file).strip() : "";
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    void remember(int port) throws IOException {
        Files.writeString(folder.resolve("database.port"), port + "\n");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new DatabaseUnavailable("the data folder must be unlocked: folder=" + folder, e);
        } finally {
            HELD.remove(folder);
        }
    }
}
