package hongli.ledger.book;

import hongli.economy.command.Command;
import hongli.ledger.Submission;
import hongli.ledger.wire.CommandJson;

/// A submission made ready for the writer: its texts and their prints are worked out by whoever submits.
public record Request(Command command, String keyText, String commandText, Print key, Print content) {
    public static Request of(Submission submission) {
        String key = submission.key().text();
        String command = CommandJson.text(submission.command());
        return new Request(submission.command(), key, command, Print.of(key), Print.of(command));
    }
}
