package hongli.app;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.app.Terminal.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @Test
    void speaksChineseUnlessTheLocaleSaysOtherwise() {
        assertThat(Terminal.call(Map.of()).out()).contains("命令：").contains("把店铺自己的历史订单套进计划");
        assertThat(Terminal.call(Map.of("LANG", "C.UTF-8")).out()).contains("命令：");
        assertThat(Terminal.call(Map.of("LANG", "de_DE.UTF-8")).out()).contains("Commands:");
        assertThat(Terminal.call(Map.of("LANG", "zh_CN.UTF-8"), "help", "--lang", "en")
                        .out())
                .contains("Commands:");
    }

    @Test
    void helpNamesEveryCommand() {
        Call help = Terminal.call("help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains(
                        "serve",
                        "replay",
                        "backtest",
                        "check",
                        "backup",
                        "restore",
                        "export",
                        "import",
                        "import-mall",
                        "version",
                        "help");
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "serve,--port",
        "replay,--journal",
        "backtest,--columns",
        "check,--ledger",
        "backup,--to",
        "restore,FILE",
        "export,--programme",
        "import,--as"
    })
    void helpOfACommandNamesItsOptionsInBothLanguages(String command, String option) {
        for (String language : new String[] {"zh", "en"}) {
            Call asked = Terminal.call("help", command, "--lang", language);
            assertThat(asked.exitCode()).isZero();
            assertThat(asked.out()).contains(option).doesNotContain(command + ".");
            assertThat(Terminal.call(command, "--help", "--lang", language).out())
                    .isEqualTo(asked.out());
        }
    }

    @Test
    void versionNamesTheJavaItRunsOn() {
        assertThat(Terminal.call("version").out()).startsWith("hongli ").contains("Java " + Runtime.version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dance|no such command or argument: dance; see hongli help",
                "help dance|no such command: dance; see hongli help",
                "serve --dance|no such option: --dance; see hongli help serve",
                "serve --port many|wrong value: --port many; see hongli help serve",
                "serve --port 70000|--port must be 0 to 65535: 70000",
                "serve --bind 0.0.0.0|others can reach 0.0.0.0: a token is needed, by --token or HONGLI_TOKEN",
                "serve --data a --database-url jdbc:postgresql:x|--data and --database-url exclude each other",
                "serve --take-over|--take-over goes with --database-url",
                "replay|missing --programme, --commands; see hongli help replay",
                "check|one of --data and --database-url is needed",
                "backup --data a --database-url jdbc:postgresql:x|--data and --database-url exclude each other",
                "restore|missing FILE; see hongli help restore",
                "export --to a|missing --programme; see hongli help export",
                "import --from a --as A|--as must be 1 to 64 of a-z, 0-9 and -: A",
                "help --lang fr|--lang must be zh or en: fr",
                "backtest --programme a --orders b --columns c|\"c\"",
                "backtest --programme a --orders b --columns member=a,time=b|lacks amount=COLUMN",
                "backtest --programme a --orders b --columns member=a,time=b,amount=c --zone X|no such time zone: X",
                "backtest --programme a --orders b --columns member=a,time=b,amount=c --charset x|no such charset: x"
            })
    void wrongArgumentsAreToldInOneLine(String arguments, String told) {
        Call call = Terminal.call(arguments.split(" ", -1));
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains(told).hasLineCount(1);
        assertThat(call.out()).isEmpty();
    }

    @Test
    void failuresAreToldInOneLineToo(@TempDir Path folder) throws IOException {
        Path terms = Files.writeString(folder.resolve("programme.json"), "{\"poolRate\":\"2\"}");
        Call absent = Terminal.call("replay", "--programme", folder + "/no.json", "--commands", "c");
        assertThat(absent.exitCode()).isEqualTo(1);
        assertThat(absent.err()).isEqualTo("no such file: " + folder + "/no.json\n");
        Call unsound = Terminal.call("replay", "--programme", terms.toString(), "--commands", "c");
        assertThat(unsound.exitCode()).isEqualTo(1);
        assertThat(unsound.err())
                .contains("not sound", "poolRate: out_of_range", "cap: missing", "quotaMultiple: missing");
    }

    @Test
    void tracesAreShownToWhoAsksForThem() {
        assertThat(Terminal.call(Map.of("HONGLI_DEBUG", "1"), "dance").err()).contains("\tat ");
        assertThat(Terminal.call("dance").err()).doesNotContain("\tat ");
    }
}
