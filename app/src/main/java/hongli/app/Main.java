package hongli.app;

import hongli.app.backtest.BacktestCommand;
import hongli.app.backup.BackupCommand;
import hongli.app.backup.RestoreCommand;
import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.app.console.Language;
import hongli.app.olist.ImportMallCommand;
import hongli.app.passage.ExportCommand;
import hongli.app.passage.ImportCommand;
import hongli.app.replay.ReplayCommand;
import hongli.app.serve.CheckCommand;
import hongli.app.serve.ServeCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;

/// Where everything starts: reads the command line and hands over to the command it names.
public final class Main {
    private Main() {}

    /// Runs the command and ends the process with its exit code: 0 done, 1 failed, 2 asked wrongly.
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        System.exit(run(List.of(arguments), Console.ofProcess(List.of(arguments))));
    }

    /// Runs the command and returns the exit code.
    public static int run(List<String> arguments, Console console) {
        CommandLine line = commandLine(console);
        try {
            return arguments.isEmpty() ? line.execute("help") : line.execute(arguments.toArray(String[]::new));
        } catch (OutOfMemoryError e) {
            return complain(
                    console,
                    Complaint.failure(
                            "内存不够：请用环境变量 HONGLI_JAVA_OPTIONS=-Xmx8g 之类多给一些",
                            "out of memory: give more, such as by HONGLI_JAVA_OPTIONS=-Xmx8g",
                            e));
        }
    }

    private static CommandLine commandLine(Console console) {
        var line = new CommandLine(new HongliCommand());
        return line.addSubcommand(new ServeCommand(console))
                .addSubcommand(new ReplayCommand(console))
                .addSubcommand(new BacktestCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new BackupCommand(console, VersionCommand.version()))
                .addSubcommand(new RestoreCommand(console))
                .addSubcommand(new ExportCommand(console, VersionCommand.version()))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(new ImportMallCommand(console))
                .addSubcommand(new VersionCommand(console))
                .addSubcommand(new HelpCommand(console, line))
                .setResourceBundle(words(console.language()))
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((misuse, _) -> complain(console, ArgumentFaults.complaint(misuse)))
                .setExecutionExceptionHandler((fault, _, _) -> complain(console, complaint(fault)));
    }

    private static ResourceBundle words(Language language) {
        return ResourceBundle.getBundle(
                "hongli.app.words",
                Locale.of(language.code()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Complaint complaint(Exception fault) {
        return fault instanceof Complaint complaint
                ? complaint
                : Complaint.failure("意外故障：" + fault, "unexpected fault: " + fault, fault);
    }

    private static int complain(Console console, Complaint complaint) {
        console.err().println(complaint.text().in(console.language()));
        if (console.debugs()) {
            complaint.printStackTrace(console.err());
        }
        return complaint.exitCode();
    }
}
