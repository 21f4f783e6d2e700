package hongli.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hongli.app.demo.Cast;
import hongli.economy.RandomTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {
    @BeforeAll
    static void requireProcessGroups() {
        assumeTrue(ServerProcess.isPossible(), "skipped: process groups need Linux and setsid");
    }

    @Test
    void stopsCleanlyAndOpensWithTheSameStateAndLetsNoSecondOneIn(@TempDir Path folder) throws Exception {
        var random = new SplittableRandom(7);
        var terms = RandomTerms.withPool(random);
        var judge = new Judge(terms);
        try (var server = ServerProcess.open(folder)) {
            server.api().open(terms);
            assertThat(server.api().submit(new Crowd(random, terms).next(200))).hasSize(200);
            judge.catchUp(server.api());
            judge.requireState(server.api());

            requireRefused(1, folder, ServerProcess.launch(folder));

            List<ProcessHandle> family = server.family();
            assertThat(family).hasSizeGreaterThan(1);
            assertThat(server.stop()).as("%s", server.said()).isIn(0, 143);
            ServerProcess.awaitGone(family);
        }
        try (var server = ServerProcess.open(folder)) {
            judge.catchUp(server.api());
            assertThat(judge.size()).isEqualTo(200);
            judge.requireState(server.api());
        }
    }

    @Test
    void saysThatThePortIsTakenBeforeItMakesAnything(@TempDir Path folder) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            requireRefused(1, String.valueOf(port), ServerProcess.launch(folder, port));
        }
        requireEmpty(folder);
    }

    @Test
    void listensToOthersOnlyWithAToken(@TempDir Path folder) throws Exception {
        requireRefused(2, "--token", ServerProcess.launch(folder, ServerProcess.freePort(), "--bind", "0.0.0.0"));
        requireEmpty(folder);
    }

    @Test
    void aSandboxSaysSoAndStaysOne(@TempDir Path folder) throws Exception {
        try (var server = ServerProcess.launch(folder, ServerProcess.freePort(), "--sandbox")
                .awaitOpen()) {
            assertThat(server.said())
                    .contains("no real money moves")
                    .contains("one-time password")
                    .contains("Hongli is open");
            assertThat(server.api().fetch("/api/v1/mall/shop")).contains("\"sandbox\":true", "\"demo\":false");
            assertThat(server.api().fetch("/api/v1/programmes")).contains("\"id\":\"mall\"");
        }
        try (var server = ServerProcess.open(folder)) {
            assertThat(server.said()).contains("no real money moves");
            assertThat(server.api().fetch("/api/v1/mall/shop")).contains("\"sandbox\":true");
        }
    }

    @Test
    void aDemoIsFilledOnceAndBegunAnewByWhoMay(@TempDir Path folder) throws Exception {
        try (var server = ServerProcess.launch(folder, ServerProcess.freePort(), "--demo", "--demo-days", "3")
                .awaitOpen()) {
            assertThat(server.said())
                    .contains(Cast.PASSWORD)
                    .contains("no real money moves")
                    .doesNotContain("one-time password");
            for (Cast.Account account : Cast.accounts()) {
                assertThat(server.said()).contains(account.login());
            }
            long members = Long.parseLong(
                    server.api().fetch("/api/v1/programmes/mall").replaceAll(".*\"members\":([0-9]+).*", "$1"));
            assertThat(members).isGreaterThan(20);
            assertThat(server.api().send("", "/api/v1/operator/demo/reset", "")).startsWith("401");
            String token = server.api()
                    .send(
                            "",
                            "/api/v1/operator/sessions",
                            "{\"login\":\"admin\",\"password\":\"" + Cast.PASSWORD + "\"}")
                    .replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
            assertThat(server.api().send(token, "/api/v1/operator/demo/reset", ""))
                    .startsWith("202");
            server.awaitSaid("正在重置演示", "Hongli is open: ", 2);
            assertThat(server.api().send(token, "/api/v1/operator/demo/reset", ""))
                    .startsWith("401");
            assertThat(server.api().fetch("/api/v1/programmes/mall")).contains("\"members\":" + members);
        }
        try (var server = ServerProcess.open(folder)) {
            assertThat(server.said()).contains(Cast.PASSWORD).doesNotContain("填充演示");
            assertThat(server.api().fetch("/api/v1/mall/shop")).contains("\"demo\":true");
        }
    }

    private static void requireRefused(int exitCode, Object named, ServerProcess refused)
            throws IOException, InterruptedException {
        try (refused) {
            assertThat(refused.exitCode()).as("%s", refused.said()).isEqualTo(exitCode);
            String sentence = refused.said().lines().reduce((_, last) -> last).orElse("");
            assertThat(sentence).contains(named.toString());
            assertThat(refused.said()).doesNotContain("Exception").doesNotContain("\tat ");
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
