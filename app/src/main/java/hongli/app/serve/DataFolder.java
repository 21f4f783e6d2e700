package hongli.app.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Where data is kept when nobody says where.
public final class DataFolder {
    private DataFolder() {}

    /// `.hongli` in the user's home, or `data` in the working folder where the home cannot be written to.
    public static Path usual(Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", "")));
        Path folder = home.resolve(".hongli");
        boolean writable = home.isAbsolute() && Files.isWritable(Files.isDirectory(folder) ? folder : home);
        return writable ? folder : Path.of("data").toAbsolutePath();
    }
}
