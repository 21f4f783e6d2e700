package hongli.ledger.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// A PostgreSQL of our own: a child process of this one, its data in a folder that is kept.
///
/// It listens on the loopback address alone and commits durably. When this process is killed the database stops by
/// itself where the system allows, and the next [#start] on the folder takes care of what is left in any case.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    private final DataFolder folder;
    private final Server server;
    private final int port;
    private final String password;

    private EmbeddedPostgres(DataFolder folder, Server server, int port, String password) {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /// Starts the database in `path`, making it where there is none, and waits until it can be used.
    ///
    /// @throws DatabaseUnavailable where it cannot be started, saying why
    public static EmbeddedPostgres start(Path path) {
        try {
            var folder = DataFolder.open(path);
            try {
                return start(folder);
            } catch (IOException | InterruptedException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "the embedded database cannot be started: folder=" + path + ", "
                            + Complaint.in(e.toString() + causes(e)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while starting the database: folder=" + path, e);
        }
    }

    private static String causes(Throwable e) {
        return e.getCause() == null ? "" : "\n" + e.getCause();
    }

    private static EmbeddedPostgres start(DataFolder folder) throws IOException, InterruptedException {
        var cluster = Cluster.in(folder);
        int port = folder.lastPort();
        for (int attempt = 1; ; attempt++) {
            Remains.clear(folder.data());
            port = isFree(port) ? port : freePort();
            var server = Server.launch(cluster.server(port), folder.log());
            if (server.awaitReady(folder.data())) {
                folder.remember(port);
                return new EmbeddedPostgres(folder, server, port, folder.password());
            }
            var said = server.said();
            boolean passing = Complaint.portTaken(said) || Complaint.stillHeld(said);
            if (!passing || attempt == ATTEMPTS) {
                throw new DatabaseUnavailable(
                        "the embedded database cannot be started: log=" + folder.log() + ", " + Complaint.in(said));
            }
        }
    }

    private static boolean isFree(int port) {
        if (port == 0) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// The JDBC address, without user and password.
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return password;
    }

    /// The folder it lives in.
    public Path folder() {
        return folder.path();
    }

    /// The number of the server's process.
    public long pid() {
        return server.process().pid();
    }

    public boolean isAlive() {
        return server.process().isAlive();
    }

    /// Completes with the exit status when the server ends, whether asked to or by itself.
    public CompletableFuture<Integer> onExit() {
        return server.process().onExit().thenApply(Process::exitValue);
    }

    /// Stops the database, ending all connections, and leaves the folder to others.
    @Override
    public void close() {
        try (folder) {
            server.stop();
        }
    }
}
