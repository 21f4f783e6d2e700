package hongli.mall.topup;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A provider to try things with, by the end of the account: `000` is declined, `999` is pending when first asked, all
/// others are credited at once. It credits nothing but its own memory.
public final class SandboxProvider implements TopUpProvider {
    private final Map<String, Outcome> known = new ConcurrentHashMap<>();

    @Override
    public Outcome credit(Wish wish) {
        return known.compute(wish.reference(), (reference, before) -> {
            if (before instanceof Outcome.Credited || before instanceof Outcome.Declined) {
                return before;
            }
            if (wish.account().endsWith("000")) {
                return new Outcome.Declined("account unknown");
            }
            boolean late = before == null && wish.account().endsWith("999");
            return late ? new Outcome.Pending() : new Outcome.Credited("sandbox-" + reference);
        });
    }

    /// How many wishes were credited.
    public long credited() {
        return known.values().stream()
                .filter(outcome -> outcome instanceof Outcome.Credited)
                .count();
    }
}
