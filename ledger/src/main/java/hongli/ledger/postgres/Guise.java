package hongli.ledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// As whom the database runs. PostgreSQL refuses to be root's, so root needs another face for it.
sealed interface Guise {
    int ROOT = 0;
    int NOBODY = 65534;
    String OWNER = "unix:uid";

    /// What to put before a command.
    List<String> prefix();

    /// Gives a file or an empty folder to whoever the database runs as.
    void adopt(Path path) throws IOException;

    /// Whoever runs this program, an ordinary user.
    record Caller() implements Guise {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public void adopt(Path path) {}
    }

    /// Root in a user namespace of its own: nobody when asked, and yet all files stay root's.
    record Namespace() implements Guise {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        @Override
        public void adopt(Path path) {}
    }

    /// Another user, for root where user namespaces are forbidden or the data is that user's already.
    record Other(int uid) implements Guise {
        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups");
        }

        @Override
        public void adopt(Path path) throws IOException {
            Files.setAttribute(path, OWNER, uid);
            Files.setAttribute(path, "unix:gid", uid);
        }
    }

    /// The guise in which `data` was made, or the best one where there is no data yet: the owner of the data
    /// remembers it.
    static Guise of(Path data) throws IOException {
        if (!isRoot()) {
            return new Caller();
        }
        int owner = Files.exists(data) ? owner(data) : ROOT;
        if (owner != ROOT) {
            return new Other(owner);
        }
        var namespace = new Namespace();
        boolean allowed = Tool.run(List.of("unshare", "-U", "true")).succeeded();
        return allowed ? namespace : new Other(NOBODY);
    }

    private static boolean isRoot() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self) ? owner(self) == ROOT : "root".equals(System.getProperty("user.name"));
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, OWNER);
    }
}
