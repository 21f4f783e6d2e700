package hongli.app.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// The classes that a server is started from; trained ones are kept as the virtual machine has seen them before, so
/// that a thousand starts cost half as much.
///
/// @param options further options of the virtual machine
record Image(String classPath, List<String> options) {
    static Image plain() {
        return new Image(System.getProperty("java.class.path"), List.of());
    }

    /// Starts a server once on a folder of its own and keeps in `folder` what was loaded.
    static Image trained(Path folder) throws IOException, InterruptedException {
        Path cache = folder.resolve("server.aot");
        String jars = jars(folder);
        try (var server =
                ServerProcess.launch(new Image(jars, List.of("-XX:AOTCacheOutput=" + cache)), folder.resolve("data"))) {
            server.awaitOpen();
            var _ = server.stop();
        }
        return Files.exists(cache) ? new Image(jars, List.of("-XX:AOTCache=" + cache)) : plain();
    }

    /// Only classes in archives can be kept.
    private static String jars(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":")) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve(jars.size() + ".jar");
                pack(path, jar);
                jars.add(jar.toString());
            } else {
                jars.add(entry);
            }
        }
        return String.join(":", jars);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                var out = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, out);
            }
        }
    }
}
