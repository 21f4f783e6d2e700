package hongli.ledger.heart;

import hongli.ledger.Submission;
import org.jspecify.annotations.Nullable;

/// One submission that was handed in to one server.
final class Attempt {
    final int programme;
    final Submission submission;
    /// Whether the ledger may be in trouble while it waits, so that nothing need be promised.
    boolean troubled;
    /// What it must be told once it is decided.
    @Nullable
    Ruling ruling;

    Attempt(int programme, Submission submission, boolean troubled) {
        this.programme = programme;
        this.submission = submission;
        this.troubled = troubled;
    }
}
