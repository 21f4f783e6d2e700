package hongli.web.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The files that a build of pages left in the jar: a fixed list, read once, so no address can lead to another file.
///
/// A path without a dot in its last part is a place inside the pages, not a file: it gets the first page, which finds
/// its way by itself.
final class Site {
    private static final String FIRST = "index.html";

    private final Map<String, SiteFile> files;

    private Site(Map<String, SiteFile> files) {
        this.files = Map.copyOf(files);
    }

    /// The pages in a folder of the class path, whose list is in `files.txt`; none where nothing was built.
    static Site in(String folder) {
        Map<String, SiteFile> files = new LinkedHashMap<>();
        try (var list = Site.class.getResourceAsStream(folder + "/files.txt")) {
            if (list != null) {
                var names = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8)).lines();
                names.forEach(name -> files.put(name, file(folder, name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("list of files must be readable: folder=" + folder, e);
        }
        return new Site(files);
    }

    private static SiteFile file(String folder, String name) {
        try (var in = Site.class.getResourceAsStream(folder + "/" + name)) {
            Objects.requireNonNull(in, () -> "file must be there: name=" + name);
            return new SiteFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("file must be readable: name=" + name, e);
        }
    }

    boolean isBuilt() {
        return files.containsKey(FIRST);
    }

    /// What stands at a path such as `/assets/main.js`, or the first page for a place inside the pages.
    Optional<SiteFile> at(String path) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        boolean isPlace = name.indexOf('.', name.lastIndexOf('/') + 1) < 0;
        return Optional.ofNullable(files.get(isPlace ? FIRST : name));
    }
}
