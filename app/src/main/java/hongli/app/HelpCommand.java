package hongli.app;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows how the program, or one of its commands, is used.
@Command(name = "help")
final class HelpCommand implements Callable<Integer> {
    private final Console console;
    private final CommandLine program;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", descriptionKey = "help.command")
    private String command = "";

    HelpCommand(Console console, CommandLine program) {
        this.console = console;
        this.program = program;
    }

    @Override
    public Integer call() {
        CommandLine asked =
                command.isEmpty() ? program : program.getSubcommands().get(command);
        if (asked == null) {
            throw Complaint.misuse(
                    "没有 " + command + " 这个命令。用法见：hongli help", "no such command: " + command + "; see hongli help");
        }
        asked.usage(console.out());
        return 0;
    }
}
