package hongli.ledger.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked from the class path once and shared by all data folders of a user.
///
/// They are unpacked beside their place and then renamed, so that whoever finds them finds them whole, also when two
/// processes unpack at once.
final class Binaries {
    static final String VERSION = "18.6.0";
    private static final String NAME = "postgresql-" + VERSION;
    private static final int BUFFER = 1 << 16;
    private static final int ANY_EXECUTE = 0111;

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    /// The programs under the first of `places` that has them, else unpacked under the first that can be written to.
    static Binaries under(List<Path> places) throws IOException {
        for (var place : places) {
            if (Files.isExecutable(place.resolve(NAME).resolve("bin/postgres"))) {
                return new Binaries(place.resolve(NAME));
            }
        }
        IOException refused = new IOException("no folder to unpack to");
        for (var place : places) {
            try {
                Files.createDirectories(place);
                var open = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
                return unpack(Files.createTempDirectory(place, NAME + ".", open), place.resolve(NAME));
            } catch (IOException e) {
                refused = e;
            }
        }
        throw refused;
    }

    /// Where programs are kept for all data folders of this user.
    static Path shared() {
        @Nullable String cache = System.getenv("XDG_CACHE_HOME");
        var parent =
                cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return parent.resolve("hongli");
    }

    /// The name of the archive for this machine on the class path.
    static String resource() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch");
        var family = system.startsWith("mac") ? "darwin" : system.split(" ")[0];
        return "/postgres-" + family + "-" + (machine.equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static Binaries unpack(Path temporary, Path home) throws IOException {
        try (var archive = open()) {
            for (TarArchiveEntry entry; (entry = archive.getNextEntry()) != null; ) {
                unpack(archive, entry, temporary);
            }
            // A power cut must not leave a whole-looking folder of empty files; one call, for a call a file takes
            // seconds.
            Tool.run(List.of("sync", "-f", temporary.toString()));
            Files.move(temporary, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(temporary);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
        return new Binaries(home);
    }

    private static TarArchiveInputStream open() throws IOException {
        @Nullable InputStream packed = Binaries.class.getResourceAsStream(resource());
        if (packed == null) {
            throw new DatabaseUnavailable("there is no embedded PostgreSQL for this system (" + resource()
                    + "): run a PostgreSQL 17 or newer and name it with --database-url");
        }
        return new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, BUFFER)));
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path home) throws IOException {
        var path = home.resolve(entry.getName()).normalize();
        if (!path.startsWith(home)) {
            throw new IOException("archive entry must stay in its folder: entry=" + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? path : Objects.requireNonNull(path.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (!entry.isDirectory()) {
            Files.copy(archive, path);
            boolean runs = (entry.getMode() & ANY_EXECUTE) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    static void remove(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (var path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
