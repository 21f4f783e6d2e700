package hongli.app.disk;

import hongli.app.console.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder that something is built in: where the work fails, it is as empty as it was.
public final class Ground implements AutoCloseable {
    private final @Nullable Path folder;
    private final boolean made;
    private boolean kept;

    private Ground(@Nullable Path folder, boolean made) {
        this.folder = folder;
        this.made = made;
    }

    /// Looks at the folder before anything is built there: it must be empty, or not there yet. A data folder that is
    /// there already is left alone whatever happens, and null stands for a place that is no folder.
    public static Ground of(@Nullable Path folder) throws IOException {
        if (folder == null || Files.exists(folder.resolve("postgresql"))) {
            return new Ground(null, false);
        }
        if (!Files.exists(folder)) {
            return new Ground(folder, true);
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw Complaint.failure(
                        "目录不是空的，也不是红利的数据目录：" + folder, "the folder is neither empty nor a data folder: " + folder);
            }
        }
        return new Ground(folder, false);
    }

    /// The work is done: what was built stays.
    public void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        if (kept || folder == null || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (made || !file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
