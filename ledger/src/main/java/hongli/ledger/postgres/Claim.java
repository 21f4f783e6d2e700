package hongli.ledger.postgres;

import java.time.Duration;

/// How a server lays claim to a journal.
///
/// @param patience how long to wait for another server that is about to end
/// @param takingOver whether to put an end to the other server's session where it does not end by itself
public record Claim(Duration patience, boolean takingOver) {
    /// Ten seconds of patience, and no more than that.
    public static Claim standard() {
        return new Claim(Duration.ofSeconds(10), false);
    }

    public Claim withPatience(Duration other) {
        return new Claim(other, takingOver);
    }

    public Claim withTakingOver(boolean wanted) {
        return new Claim(patience, wanted);
    }
}
