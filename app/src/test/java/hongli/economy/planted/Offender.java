package hongli.economy.planted;

import hongli.ledger.Key;
import java.time.Instant;
import java.util.Random;
import java.util.logging.Logger;

/// Breaks every rule of the economy, so that the rules can be seen to catch it.
@SuppressWarnings("all")
public final class Offender {
    public double share;

    public Key key(float rate) {
        Logger.getLogger("economy").info("rate");
        System.out.println(Instant.now());
        share = rate * new Random().nextDouble();
        return new Key(String.valueOf(System.nanoTime()));
    }
}
