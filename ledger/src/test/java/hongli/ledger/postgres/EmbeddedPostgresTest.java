package hongli.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class EmbeddedPostgresTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void chooseAFolderWithBlanksInItsName() {
        folder = temporary.resolve("data of a shop");
    }

    @Test
    void commitsDurablyAndListensOnThisMachineAlone() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
            assertThat(ask(postgres, "show lc_messages")).isEqualTo("C");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres, "show unix_socket_directories")).isEmpty();
            assertThat(ask(postgres, "show password_encryption")).isEqualTo("scram-sha-256");
            assertThat(ask(postgres, "show server_version")).isEqualTo("18.6");
        }
    }

    @Test
    void refusesWhoeverDoesNotKnowThePassword() {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.user(), "guess"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsDataPasswordAndPortOverARestart() throws SQLException, IOException {
        String url;
        String password;
        try (var postgres = EmbeddedPostgres.start(folder)) {
            ask(postgres, "create table kept as select 7 as figure");
            url = postgres.url();
            password = postgres.password();
        }
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(ask(postgres, "select figure from kept")).isEqualTo("7");
            assertThat(postgres.url()).isEqualTo(url);
            assertThat(postgres.password()).isEqualTo(password).hasSize(32);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("database.secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void saysThatItsServerHasDiedAndRecoversAtTheNextStart() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            ask(postgres, "create table kept as select 7 as figure");
            assertThat(postgres.isAlive()).isTrue();
            Tool.signal("KILL", postgres.pid());
            assertThat(postgres.onExit().join()).isEqualTo(128 + 9);
            assertThat(postgres.isAlive()).isFalse();
        }
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(ask(postgres, "select figure from kept")).isEqualTo("7");
        }
    }

    @Test
    void endsABusyOrphanOfAKilledServer() throws SQLException, InterruptedException {
        Thread busy;
        try (var postgres = EmbeddedPostgres.start(folder)) {
            busy = Thread.ofVirtual().start(() -> count(postgres));
            while (!ask(postgres, "select count(*) from pg_stat_activity where query like 'do %'")
                    .equals("1")) {
                Thread.sleep(20);
            }
            Tool.signal("KILL", postgres.pid());
        }
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
        busy.join();
    }

    /// Keeps a connection too busy to notice that its server is gone.
    private static void count(EmbeddedPostgres postgres) {
        assertThatThrownBy(() -> ask(postgres, "do $$ begin loop perform 1; end loop; end $$"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void recoversWhatAKilledProcessLeft() throws Exception {
        long server;
        try (var keeper = Keeper.of(folder)) {
            server = Long.parseLong(keeper.says());
        }
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
            assertThat(postgres.pid()).isNotEqualTo(server);
            assertThat(Remains.workers(folder.toRealPath().resolve("postgresql")))
                    .extracting(ProcessHandle::pid)
                    .contains(postgres.pid())
                    .doesNotContain(server);
        }
    }

    @Test
    void doesNotOutliveAKilledProcess() throws Exception {
        assumeTrue(Tool.exists("setpriv"), "setpriv is not installed");
        try (var keeper = Keeper.of(folder)) {
            assertThat(keeper.says()).matches("[0-9]+");
        }
        var data = folder.toRealPath().resolve("postgresql");
        for (int wait = 0; wait < 18_000 && !Remains.workers(data).isEmpty(); wait++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(Remains.workers(data)).isEmpty();
    }

    @Test
    void refusesASecondProcessAndLeavesTheFirstAlone() throws Exception {
        try (var keeper = Keeper.of(folder)) {
            var server = ProcessHandle.of(Long.parseLong(keeper.says())).orElseThrow();
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("the data folder is in use by process " + keeper.pid());
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void refusesASecondStartInTheSameProcessAndKeepsTheLock() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder)).hasMessageContaining("in use by this process");
            try (var second = Keeper.of(folder)) {
                assertThat(second.says())
                        .contains("in use by process " + ProcessHandle.current().pid());
            }
            assertThat(postgres.isAlive()).isTrue();
        }
    }

    @Test
    void leavesAProcessAloneThatHasTheNumberOfAFormerServer() throws Exception {
        EmbeddedPostgres.start(folder).close();
        var note = folder.resolve("postgresql/postmaster.pid");
        Files.writeString(note, ProcessHandle.current().pid() + "\n");
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void choosesAnotherPortWhereTheLastIsTaken() throws Exception {
        EmbeddedPostgres.start(folder).close();
        int last = Integer.parseInt(
                Files.readString(folder.resolve("database.port")).strip());
        try (var _ = new ServerSocket(last, 1, InetAddress.getLoopbackAddress());
                var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(postgres.url()).doesNotContain(":" + last + "/");
        }
    }

    @Test
    void startsAgainAfterAStartThatWasCutShort() throws Exception {
        Files.createDirectories(folder.resolve("postgresql.draft/base"));
        Files.writeString(folder.resolve("postgresql.draft/PG_VERSION"), "18\n");
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void namesAFolderThatCannotBeMade() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("data")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("the data folder must be writable: folder=" + file);
    }

    static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
