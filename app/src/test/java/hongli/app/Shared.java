package hongli.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Material beside the repository; a test that wants it is skipped where it is absent.
public final class Shared {
    private Shared() {}

    /// The file or folder at `path`.
    public static Path need(String path) {
        Path place = Repository.here().root().resolve("../shared").resolve(path).normalize();
        Assumptions.assumeTrue(Files.exists(place), "must be at hand: place=shared/" + path);
        return place;
    }

    /// The folders of all golden scenarios.
    public static Stream<Path> golden() throws IOException {
        try (Stream<Path> folders = Files.list(need("golden"))) {
            List<Path> sorted = folders.sorted().toList();
            return sorted.stream();
        }
    }
}
