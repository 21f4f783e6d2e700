package hongli.ledger.postgres;

import java.time.Duration;

/// How a server lays claim to a journal, and how long it waits for the database.
///
/// @param patience how long to wait for another server that is about to end
/// @param limit how long a write may last; after it the session is given up, and it is not known what was written
/// @param takingOver whether to put an end to the other server's session where it does not end by itself
public record Claim(Duration patience, Duration limit, boolean takingOver) {
    /// Ten seconds of patience, fifteen for a write, and no more than that.
    public static Claim standard() {
        return new Claim(Duration.ofSeconds(10), Duration.ofSeconds(15), false);
    }

    public Claim withPatience(Duration other) {
        return new Claim(other, limit, takingOver);
    }

    public Claim withLimit(Duration other) {
        return new Claim(patience, other, takingOver);
    }

    public Claim withTakingOver(boolean wanted) {
        return new Claim(patience, limit, wanted);
    }
}
