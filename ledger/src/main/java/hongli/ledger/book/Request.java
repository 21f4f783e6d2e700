package hongli.ledger.book;

import hongli.economy.command.Command;
import hongli.ledger.Submission;
import hongli.ledger.wire.CommandJson;
import java.security.MessageDigest;

/// A submission made ready for the writer: its texts and their prints are worked out by whoever submits.
public record Request(Command command, String keyText, String commandText, Print key, Print content) {
    /// Makes a submission ready.
    ///
    /// @param sha256 as [hongli.ledger.journal.Chain#sha256] gives it, free for use
    public static Request of(Submission submission, MessageDigest sha256) {
        String key = submission.key().text();
        String command = CommandJson.text(submission.command());
        return new Request(submission.command(), key, command, Print.of(key, sha256), Print.of(command, sha256));
    }
}
