package hongli.ledger.book;

import hongli.economy.command.Command;
import hongli.ledger.Submission;
import hongli.ledger.journal.Chain;
import hongli.ledger.wire.Slip;
import hongli.ledger.wire.SlipWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// Makes submissions ready. One thread at a time.
public final class Clerk {
    private final SlipWriter slips = new SlipWriter();
    private final MessageDigest sha256 = Chain.sha256();

    public List<Request> requests(List<Submission> submissions) {
        List<Request> requests = new ArrayList<>(submissions.size());
        for (Submission submission : submissions) {
            requests.add(request(submission.key().text(), submission.command()));
        }
        return requests;
    }

    public Request request(String key, Command command) {
        Slip slip = slips.slip(key, command);
        return new Request(
                slip,
                Print.of(key.getBytes(StandardCharsets.UTF_8), 0, sha256),
                Print.of(slip.bytes().array(), slip.commandAt(), sha256));
    }
}
