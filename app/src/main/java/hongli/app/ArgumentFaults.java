package hongli.app;

import hongli.app.console.Complaint;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns what is wrong with the arguments into one sentence that says how to do better.
final class ArgumentFaults {
    private ArgumentFaults() {}

    static Complaint complaint(ParameterException misuse) {
        if (misuse.getCause() instanceof Complaint complaint) {
            return complaint;
        }
        String help = help(misuse.getCommandLine());
        return switch (misuse) {
            case MissingParameterException missing -> missing(missing.getMissing(), help);
            case UnmatchedArgumentException unmatched -> unmatched(unmatched.getUnmatched(), help);
            default -> other(misuse, help);
        };
    }

    private static Complaint missing(List<ArgSpec> missing, String help) {
        String names = missing.stream().map(ArgumentFaults::name).collect(Collectors.joining(", "));
        return Complaint.misuse("缺少参数 " + names + "。用法见：" + help, "missing " + names + "; see " + help);
    }

    private static Complaint unmatched(List<String> unmatched, String help) {
        String first = unmatched.getFirst();
        return first.startsWith("-")
                ? Complaint.misuse("没有 " + first + " 这个选项。用法见：" + help, "no such option: " + first + "; see " + help)
                : Complaint.misuse(
                        "没有 " + first + " 这个命令或参数。用法见：" + help,
                        "no such command or argument: " + first + "; see " + help);
    }

    private static Complaint other(ParameterException misuse, String help) {
        ArgSpec argument = misuse.getArgSpec();
        if (argument == null) {
            return Complaint.misuse(
                    "命令行有误：" + misuse.getMessage() + "。用法见：" + help, misuse.getMessage() + "; see " + help);
        }
        String value = misuse.getValue() == null ? "" : " " + misuse.getValue();
        return Complaint.misuse(
                "参数有误：" + name(argument) + value + "。用法见：" + help,
                "wrong value: " + name(argument) + value + "; see " + help);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String help(CommandLine line) {
        String name = line.getCommandSpec().qualifiedName();
        return "hongli".equals(name) ? "hongli help" : name.replaceFirst("^hongli ", "hongli help ");
    }
}
