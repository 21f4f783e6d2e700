package hongli.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hongli.ledger.Ledger;
import hongli.ledger.audit.Check;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.trial.Customers;
import hongli.ledger.trial.Host;
import hongli.ledger.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The disk says that it could not write the log: the database gives up at once and comes back from what is there.
@Isolated
final class FsyncFailsTest {
    private static final int TIMES = 3;

    private final Customers customers = new Customers();

    @TempDir
    private Path temporary = Path.of("");

    private Path trigger = Path.of("");
    private Path shim = Path.of("");

    @BeforeEach
    void buildTheShim() throws IOException, InterruptedException {
        trigger = temporary.resolve("trigger");
        shim = temporary.resolve("shim.so");
        Path source = Files.writeString(temporary.resolve("shim.c"), SHIM);
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/gcc")) && Files.isDirectory(Path.of("/proc/self")),
                "skipped: the failing disk is built with gcc, on Linux");
        var gcc =
                new ProcessBuilder("gcc", "-shared", "-fPIC", "-O1", "-o", shim.toString(), source.toString(), "-ldl");
        assumeTrue(gcc.inheritIO().start().waitFor() == 0, "skipped: gcc builds nothing here");
    }

    @Test
    void losesNothingThatWasAnsweredAndGoesOn() throws Exception {
        Path folder = temporary.resolve("data");
        Map<String, String> environment =
                Map.of("LD_PRELOAD", shim.toString(), "HONGLI_TRIAL_TRIGGER", trigger.toString());
        var settings = Trial.settings().withRecovery(300, Duration.ofMillis(100));
        try (Host host = Host.of(folder, environment);
                Database database = host.database()) {
            try (Ledger ledger = Ledger.start(PostgresJournal.open(database.connections()), settings)) {
                customers.visit(ledger);
                for (int i = 0; i < TIMES; i++) {
                    customers.awaitAnswers(500);
                    failOnce(ledger);
                }
                customers.awaitAnswers(500);
                customers.leave();
                customers.requireKept(ledger);
            }
            try (Journal journal = PostgresJournal.open(database.connections())) {
                assertThat(Check.of(journal).findings()).isEmpty();
            }
            assertThat(Files.readString(folder.resolve("postgresql.log")))
                    .contains("PANIC:  could not fdatasync")
                    .contains("reinitializing");
        }
        System.out.println("fdatasync failed " + TIMES + " times: " + customers.answers() + " answered, "
                + customers.refusals() + " times nothing promised, longest wait " + customers.longestMillis() + " ms");
    }

    /// The shim takes the trigger away when it has failed; the ledger notices.
    private void failOnce(Ledger ledger) throws IOException, InterruptedException {
        long before = ledger.figures().failures();
        Files.createFile(trigger);
        long end = System.nanoTime() + Trial.PATIENCE.toNanos();
        while (ledger.figures().failures() == before || Files.exists(trigger)) {
            assertThat(System.nanoTime()).as("the flush must fail").isLessThan(end);
            Thread.sleep(5);
        }
    }

    private static final String SHIM = """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <errno.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <unistd.h>

            /* Fails once with EIO for a file of the write-ahead log while the trigger file is there. */
            int fdatasync(int file) {
                static int (*real)(int);
                char link[64], path[4096];
                const char *trigger = getenv("HONGLI_TRIAL_TRIGGER");
                if (!real) real = (int (*)(int)) dlsym(RTLD_NEXT, "fdatasync");
                snprintf(link, sizeof link, "/proc/self/fd/%d", file);
                ssize_t length = readlink(link, path, sizeof path - 1);
                if (length > 0 && trigger) {
                    path[length] = 0;
                    if (strstr(path, "/pg_wal/") && unlink(trigger) == 0) {
                        errno = EIO;
                        return -1;
                    }
                }
                return real(file);
            }
            """;
}
