package hongli.ledger.book;

import hongli.economy.command.Command;
import hongli.ledger.Submission;
import hongli.ledger.journal.Chain;
import hongli.ledger.wire.Slip;
import hongli.ledger.wire.SlipWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Makes submissions ready. One thread at a time.
public final class Clerk {
    private final SlipWriter slips = new SlipWriter();
    private final MessageDigest sha256 = Chain.sha256();

    public Request request(Submission submission) {
        return request(submission.key().text(), submission.command());
    }

    Request request(String key, Command command) {
        Slip slip = slips.slip(key, command);
        return new Request(
                slip,
                Print.of(key.getBytes(StandardCharsets.UTF_8), 0, sha256),
                Print.of(slip.bytes().array(), slip.commandAt(), sha256));
    }
}
