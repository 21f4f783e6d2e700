package hongli.ledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// The database in a data folder and how its programs are called.
///
/// @param folder where it lies
/// @param binaries the programs
/// @param guise as whom they run
record Cluster(DataFolder folder, Binaries binaries, Guise guise) {
    static final String USER = "hongli";

    /// The database in `folder`, made where there is none yet. A folder appears whole or not at all.
    static Cluster in(DataFolder folder) throws IOException {
        return in(folder, Guise.of(folder.data()));
    }

    static Cluster in(DataFolder folder, Guise guise) throws IOException {
        // Another user cannot pass through this user's home to the shared programs.
        var places = guise instanceof Guise.Other ? List.of(folder.path()) : List.of(Binaries.shared(), folder.path());
        var cluster = new Cluster(folder, Binaries.under(places), guise);
        var password = folder.password();
        if (!Files.exists(folder.data())) {
            cluster.create(password);
        }
        return cluster;
    }

    private void create(String password) throws IOException {
        var draft = folder.path().resolve("postgresql.draft");
        if (Files.exists(draft)) {
            Binaries.remove(draft);
        }
        Files.createDirectory(
                draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        guise.adopt(draft);
        var secret = Files.createTempFile(folder.path(), "initdb", ".secret");
        try {
            Files.writeString(secret, password);
            guise.adopt(secret);
            var made = Tool.run(command("KILL", "initdb", initdbOptions(draft, secret)));
            if (!made.succeeded()) {
                throw new DatabaseUnavailable(
                        "the database cannot be made: folder=" + folder.path() + ", " + Complaint.in(made.output()));
            }
        } finally {
            Files.delete(secret);
        }
        Files.move(draft, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> initdbOptions(Path draft, Path secret) {
        return List.of(
                "--pgdata=" + draft,
                "--username=" + USER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF-8",
                "--locale=C",
                "--data-checksums");
    }

    /// The server's command line: durable, and reachable from this machine alone.
    List<String> server(int port) {
        var settings = List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on",
                "cluster_name=hongli");
        var options = new ArrayList<>(List.of("-D", folder.data().toString(), "-p", String.valueOf(port)));
        settings.forEach(setting -> options.addAll(List.of("-c", setting)));
        var command = new ArrayList<String>();
        if (Tool.exists("setsid")) {
            command.add("setsid"); // Ctrl-C is for us: we stop the database when our work is done
        }
        command.addAll(command("INT", "postgres", options));
        return command;
    }

    /// @param farewell the signal that the program gets when this process dies, where the system can do that
    private List<String> command(String farewell, String program, List<String> options) {
        var command = new ArrayList<>(guise.prefix());
        if (Tool.exists("setpriv")) {
            command.addAll(List.of("setpriv", "--pdeathsig", farewell)); // last: a change of user would undo it
        }
        command.add(binaries.program(program));
        command.addAll(options);
        return command;
    }
}
