package hongli.ledger.planted.util;

import org.springframework.core.Ordered;

/// Breaks every rule of names and of the ledger, so that the rules can be seen to catch it.
@SuppressWarnings("all")
public final class LedgerManager implements Ordered {
    public double share(double part) {
        return part + hongli.web.planted.Upwards.class.hashCode();
    }

    @Override
    public int getOrder() {
        return 0;
    }
}
