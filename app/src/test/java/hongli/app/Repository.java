package hongli.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The sources of this project as they lie on the disk.
///
/// @param root the folder with the launcher
public record Repository(Path root) {
    private static final Set<String> NOT_OURS = Set.of(
            ".git", "target", "node_modules", "dist", "generated", "shots", "results", "data", ".idea", ".vscode");

    /// The one that the tests were started in.
    public static Repository here() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve(".mvn/jvm.config"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the tests must run inside the repository");
        }
        return new Repository(folder);
    }

    /// All files that are kept, without what is built or fetched, in order of their paths.
    public List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
                boolean ours = folder.equals(root) || !NOT_OURS.contains(String.valueOf(folder.getFileName()));
                return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                if (facts.isRegularFile() && !".git".equals(String.valueOf(file.getFileName()))) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }
}
