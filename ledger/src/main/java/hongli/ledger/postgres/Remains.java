package hongli.ledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a killed run left of its database: a server that still holds the data, or processes that lost their server.
///
/// Whoever asks holds the lock of the data folder, so nobody else is using what is found. A process is taken for a
/// remainder only where it is a `postgres` that works in exactly this folder: process numbers are used again.
final class Remains {
    private static final Logger LOG = LoggerFactory.getLogger(Remains.class);
    private static final Duration FAST_STOP = Duration.ofSeconds(60);
    private static final Duration ORPHANS_LEAVE = Duration.ofSeconds(2);
    private static final Duration KILLED = Duration.ofSeconds(10);

    private Remains() {}

    /// Stops what still runs in `data`, so that a new server can start there.
    static void clear(Path data) throws IOException {
        var note = data.resolve("postmaster.pid");
        Optional<ProcessHandle> server = noted(note).filter(process -> worksIn(data, process));
        if (server.isPresent()) {
            LOG.info(
                    "stopping the database that a killed run left: pid={}",
                    server.get().pid());
            Tool.signal("INT", server.get().pid());
        }
        if (!leave(data, server.isPresent() ? FAST_STOP : ORPHANS_LEAVE)) {
            workers(data).forEach(ProcessHandle::destroyForcibly);
        }
        if (!leave(data, KILLED)) {
            throw new DatabaseUnavailable("the database of a killed run cannot be stopped: processes="
                    + workers(data).stream().map(ProcessHandle::pid).toList());
        }
        Files.deleteIfExists(note);
    }

    private static Optional<ProcessHandle> noted(Path note) throws IOException {
        var lines = Files.exists(note) ? Files.readAllLines(note) : List.<String>of();
        var first = lines.isEmpty() ? "" : lines.getFirst().strip();
        return first.matches("[0-9]{1,18}") ? ProcessHandle.of(Long.parseLong(first)) : Optional.empty();
    }

    /// The processes that work in `data`. A dead one that nobody has buried yet is none of them.
    static List<ProcessHandle> workers(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksIn(data, process))
                .toList();
    }

    private static boolean worksIn(Path data, ProcessHandle process) {
        var facts = Path.of("/proc", String.valueOf(process.pid()));
        try {
            var program = Files.readSymbolicLink(facts.resolve("exe")).getFileName();
            return program.toString().startsWith("postgres")
                    && Files.readSymbolicLink(facts.resolve("cwd")).equals(data);
        } catch (IOException _) {
            return false; // gone, or another user's, or no Linux
        }
    }

    /// Waits until nobody works in `data`; whether they all left in time.
    private static boolean leave(Path data, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!workers(data).isEmpty()) {
                if (System.nanoTime() - deadline > 0) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while waiting for the database of a killed run to stop", e);
        }
    }
}
