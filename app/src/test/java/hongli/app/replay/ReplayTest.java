package hongli.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.app.Shared;
import hongli.app.Terminal;
import hongli.app.Terminal.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
    private static final String TERMS = """
            {"cap":"1000","founderPoints":"1","poolRate":"0.30","grantRate":"0.70","quotaMultiple":"2"}""";
    private static final String JOIN = "{\"type\":\"member.joined\",\"member\":\"甲\"}";

    @TempDir
    Path folder;

    static Stream<Path> golden() throws IOException {
        return Shared.golden();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void goldenScenariosEndInTheirState(Path golden) throws IOException {
        Call call = replay(golden.resolve("programme.json"), golden.resolve("commands.jsonl"));
        assertThat(call.exitCode()).isZero();
        assertThat(call.out()).isEqualTo(Files.readString(golden.resolve("state.json")));
    }

    @Test
    void aProcessOfItsOwnWritesTheSameBytes() throws IOException, InterruptedException {
        Path golden = Shared.need("golden/edges");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "hongli.app.Main",
                        "replay",
                        "--programme",
                        golden.resolve("programme.json").toString(),
                        "--commands",
                        golden.resolve("commands.jsonl").toString())
                .redirectError(ProcessBuilder.Redirect.to(folder.resolve("err").toFile()))
                .start();
        byte[] out = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        assertThat(out).isEqualTo(Files.readAllBytes(golden.resolve("state.json")));
        assertThat(Files.readString(folder.resolve("err"))).contains("第 5 行被拒绝：member_unknown");
    }

    @Test
    void theDurableJournalEndsInTheSameStateAlsoAfterARestartInTheMiddle() throws IOException {
        Path golden = Shared.need("golden/mixed-03");
        Path terms = golden.resolve("programme.json");
        List<String> lines = Files.readAllLines(golden.resolve("commands.jsonl"));
        Path half = Files.write(folder.resolve("half.jsonl"), lines.subList(0, lines.size() / 2));
        String data = folder.resolve("data").toString();
        Call first = replay(terms, half, "--journal", "embedded", "--data", data);
        assertThat(first.exitCode()).isZero();
        Call whole = replay(terms, golden.resolve("commands.jsonl"), "--journal", "embedded", "--data", data);
        assertThat(whole.out()).isEqualTo(Files.readString(golden.resolve("state.json")));
        Call other =
                replay(terms, commands(JOIN.replace("甲", "someone else")), "--journal", "embedded", "--data", data);
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).contains("holds another scenario");
        Call checked = Terminal.call(
                "check", "--data", data, "--ledger", folder.resolve("books").toString());
        assertThat(checked.err()).isEmpty();
        assertThat(checked.out()).contains("everything holds");
        assertThat(checked.exitCode()).isZero();
        assertThat(folder.resolve("books")).content().contains("replay:Pool");
    }

    @Test
    void malformedLinesAreRejectedWithTheirNumberInEveryJournal() throws IOException {
        Path terms = Files.writeString(folder.resolve("terms.json"), TERMS);
        Path commands = commands(JOIN, "[]", "", JOIN, "{\"type\":\"member.danced\"}");
        Call memory = replay(terms, commands);
        assertThat(memory.exitCode()).isZero();
        assertThat(memory.out()).contains("\"rejected\": [\n  2,\n  4,\n  5\n ]");
        assertThat(memory.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("line 2 rejected:").contains("not_an_object"),
                        line -> assertThat(line).isEqualTo("line 4 rejected: member_exists [member=甲]"),
                        line -> assertThat(line).startsWith("line 5 rejected:").contains("unknown_type"));
        Call durable = replay(terms, commands, "--journal", "embedded");
        assertThat(durable).isEqualTo(memory);
    }

    @Test
    void aLineInAnotherEncodingSpoilsThatLineAlone() throws IOException {
        Path terms = Files.writeString(folder.resolve("terms.json"), TERMS);
        Path commands = folder.resolve("commands.jsonl");
        Files.write(commands, (JOIN + "\n" + JOIN.replace("甲", "é")).getBytes(StandardCharsets.ISO_8859_1));
        Call call = replay(terms, commands);
        assertThat(call.err()).contains("line 2 rejected:").contains("not_utf8");
        assertThat(call.exitCode()).isZero();
    }

    @Test
    void theStateGoesToAFileWhereOneIsNamed() throws IOException {
        Path terms = Files.writeString(folder.resolve("terms.json"), TERMS);
        Path state = folder.resolve("state.json");
        Call call = replay(terms, commands(JOIN), "--state", state.toString());
        assertThat(call.out()).isEmpty();
        assertThat(state).content().contains("\"甲\"");
    }

    private Path commands(String... lines) throws IOException {
        return Files.write(folder.resolve("commands.jsonl"), List.of(lines));
    }

    private static Call replay(Path terms, Path commands, String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of("replay", "--programme", terms.toString(), "--commands", commands.toString()),
                        Stream.of(more))
                .toList();
        return Terminal.call(arguments.toArray(String[]::new));
    }
}
