package hongli.mall.bill;

import java.time.Instant;
import java.util.List;

/// Tells what constant points a merchant gave back to the programme between two moments, the newest first.
@FunctionalInterface
public interface Exchanges {
    List<Exchange> between(long merchant, Instant from, Instant until);
}
