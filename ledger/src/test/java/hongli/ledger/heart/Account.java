package hongli.ledger.heart;

import hongli.economy.command.CommandWriter;
import hongli.ledger.Submission;
import hongli.ledger.wire.TermsJson;
import java.util.stream.Collectors;

/// A failure in words: the seed, what was wrong, and the shortest run that fails too.
final class Account {
    private Account() {}

    static String of(Campaign.Failure failure, Cast cast) {
        Run shortest = Shortening.of(failure.run(), cast);
        var text = new StringBuilder();
        text.append("seed ")
                .append(failure.seed())
                .append(" fails: ")
                .append(failure.run().failure());
        text.append("\nrepeat it: ./hongli simulate --seeds 1 --from ").append(failure.seed());
        text.append("\nshortest run that fails: ").append(shortest.failure()).append('\n');
        for (int i = 0; i < shortest.plan().terms().size(); i++) {
            text.append("terms of p").append(i).append(": ");
            text.append(TermsJson.text(shortest.plan().terms().get(i))).append('\n');
        }
        shortest.played().forEach(action -> text.append(line(action)).append('\n'));
        return text.toString();
    }

    private static String line(Action action) {
        return action instanceof Action.Send(int programme, var submissions)
                ? "Send to p" + programme
                        + submissions.stream().map(Account::line).collect(Collectors.joining())
                : action.toString();
    }

    private static String line(Submission submission) {
        return "\n    " + submission.key() + " " + CommandWriter.fields(submission.command());
    }
}
