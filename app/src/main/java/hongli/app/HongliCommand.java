package hongli.app;

import hongli.app.console.Complaint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The command line as a whole; alone it does nothing.
@Command(name = "hongli", synopsisSubcommandLabel = "COMMAND")
final class HongliCommand {
    /// The language was chosen before anything was read ([hongli.app.console.Language]); here it is only judged.
    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang", scope = ScopeType.INHERIT)
    void language(String code) {
        if (!code.equals("zh") && !code.equals("en")) {
            throw Complaint.misuse("--lang 只能是 zh 或 en：" + code, "--lang must be zh or en: " + code);
        }
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help",
            scope = ScopeType.INHERIT)
    void help(boolean asked) {
        // picocli shows the help
    }
}
