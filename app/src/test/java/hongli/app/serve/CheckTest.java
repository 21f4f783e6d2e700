package hongli.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.app.Terminal;
import hongli.app.Terminal.Call;
import hongli.app.console.Complaint;
import hongli.app.sample.WineShop;
import hongli.ledger.LedgerSettings;
import hongli.ledger.postgres.Database;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    @TempDir
    Path folder;

    @Test
    void aSoundBookIsCheckedAndWrittenForAccountants() throws IOException, InterruptedException {
        int commands = loadSample();
        Path books = folder.resolve("books.ledger");
        Call call = check("--ledger", books.toString());
        assertThat(call.err()).isEmpty();
        assertThat(call.exitCode()).isZero();
        assertThat(call.out())
                .contains("postings written to " + books)
                .contains("wine-shop: %,d commands decided again".formatted(commands))
                .endsWith("everything holds\n");
        assertThat(Files.readString(books)).contains("wine-shop:Pool").contains("wine-shop:Member:王芳:Points");
        requireBalance(books);
    }

    /// What the Debian program `ledger` makes of the file: in every commodity all accounts together are nothing.
    private void requireBalance(Path books) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/ledger")), "ledger must be installed");
        Process process = new ProcessBuilder("ledger", "-f", books.toString(), "balance", "--depth", "1", "--flat")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s", said).isZero();
        assertThat(said.strip()).as("a balance of nothing").isIn("", "0");
    }

    @Test
    void aChangedPastIsFound() throws SQLException {
        loadSample();
        long first;
        try (Database database = Database.embedded(folder.resolve("data"));
                var connection = database.connections().getConnection();
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("update hongli.journal set content = set_byte(content, 50, 0)"
                    + " where first <= 100 and first + count > 100 returning first")) {
                assertThat(row.next()).isTrue();
                first = row.getLong(1);
            }
        }
        Call call = check();
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out())
                .contains("does not hold: wine-shop at " + first + ":")
                .contains("finding");
    }

    @Test
    void theJournalIsShownLineByLine() {
        int commands = loadSample();
        Call call = check("--dump");
        assertThat(call.exitCode()).isZero();
        List<String> lines = call.out().lines().toList();
        assertThat(lines).hasSize(commands);
        assertThat(lines.getFirst())
                .startsWith("{\"programme\":\"wine-shop\",\"position\":1,\"at\":\"")
                .contains("\"key\":", "\"command\":{\"type\":\"member.joined\"", "\"outcome\":\"applied\"");
        assertThat(lines.getLast()).contains("\"position\":" + commands);
    }

    @Test
    void aPageThatTheDiskHasChangedIsNamedByTheCheckAndAtStart() throws Exception {
        loadSample();
        flip(journalsFile());
        Call call = check();
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out()).contains("does not hold: wine-shop at ").contains("invalid page in block 0");
        try (Database database = Database.embedded(folder.resolve("data"));
                var connection = database.connections().getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("delete from hongli.snapshot")).isPositive();
        }
        assertThatThrownBy(() -> Store.embedded(folder.resolve("data"), LedgerSettings.standard()))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("the journal does not hold together")
                .hasMessageContaining("programme=wine-shop, position=")
                .hasMessageContaining("invalid page in block 0");
    }

    private Path journalsFile() throws SQLException {
        try (Database database = Database.embedded(folder.resolve("data"));
                var connection = database.connections().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_relation_filepath('hongli.journal')")) {
            row.next();
            return folder.resolve("data/postgresql").resolve(row.getString(1));
        }
    }

    /// Turns over one bit at the end of the first page, where the first rows are.
    private static void flip(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(8192 - 50);
            int old = bytes.read();
            bytes.seek(8192 - 50);
            bytes.write(old ^ 1);
        }
    }

    @Test
    void whatIsNotThereIsNotMade() {
        Call call = check();
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err()).isEqualTo("no such data folder: " + folder.resolve("data") + "\n");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aBookCanStandOnSomebodysServer() {
        try (Database.Embedded server = Database.embedded(folder.resolve("server"))) {
            String url = server.postgres().url();
            var environment = Map.of(
                    "HONGLI_DATABASE_USER", server.postgres().user(),
                    "HONGLI_DATABASE_PASSWORD", server.postgres().password());
            try (Store store = Store.remote(url, environment, LedgerSettings.standard())) {
                new WineShop(store.ledger()).load();
            }
            try (Store store = Store.remote(url, environment, LedgerSettings.standard())) {
                assertThat(store.ledger().programmes()).hasSize(1);
            }
            Call call = Terminal.call(environment, "check", "--database-url", url, "--lang", "en");
            assertThat(call.out()).contains("everything holds");
            assertThat(call.exitCode()).isZero();
            var wrong = Map.of("HONGLI_DATABASE_USER", "nobody", "HONGLI_DATABASE_PASSWORD", "open-sesame");
            assertThatThrownBy(() -> Store.remote(url, wrong, LedgerSettings.standard()))
                    .isInstanceOf(Complaint.class)
                    .hasMessageContaining("the database cannot be had")
                    .hasMessageNotContaining("open-sesame");
        }
    }

    private int loadSample() {
        try (Store store = Store.embedded(folder.resolve("data"), LedgerSettings.standard())) {
            return new WineShop(store.ledger()).load().commands();
        }
    }

    private Call check(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("check", "--data", folder.resolve("data").toString()));
        arguments.addAll(List.of(more));
        return Terminal.call(arguments.toArray(String[]::new));
    }
}
