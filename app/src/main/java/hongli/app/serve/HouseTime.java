package hongli.app.serve;

import java.time.Instant;
import java.time.InstantSource;

/// The time of the house: the world's, until it is told to follow another clock.
final class HouseTime implements InstantSource {
    private volatile InstantSource source = InstantSource.system();

    void follow(InstantSource other) {
        source = other;
    }

    @Override
    public Instant instant() {
        return source.instant();
    }
}
