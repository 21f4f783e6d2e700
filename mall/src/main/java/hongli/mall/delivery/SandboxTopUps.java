package hongli.mall.delivery;

import hongli.mall.refusal.General;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A provider of top-ups without credit, for trials: a number that ends with `0000` cannot be loaded, one that ends
/// with `1111` waits until somebody says how it ended, and one that ends with `2222` gets no answer until then; all
/// others are loaded at once.
public final class SandboxTopUps implements TopUps.Provider {
    private static final int MOST_TOLD = 100;

    private final Map<String, Load> loads = new LinkedHashMap<>();

    /// What it was asked to load.
    ///
    /// @param asked how often; it was loaded once at most
    public record Load(TopUps.Order order, TopUps.Answer answer, int asked) {}

    @Override
    public synchronized TopUps.Answer topUp(TopUps.Order order) {
        Load known = loads.get(order.key());
        Load now = known == null
                ? new Load(order, first(order.target()), 1)
                : new Load(known.order(), known.answer(), known.asked() + 1);
        loads.put(order.key(), now);
        if (now.answer() == TopUps.Answer.WAITING && order.target().endsWith("2222")) {
            throw new IllegalStateException("the provider must answer: key=" + order.key());
        }
        return now.answer();
    }

    private static TopUps.Answer first(String target) {
        if (target.endsWith("0000")) {
            return TopUps.Answer.FAILED;
        }
        return target.endsWith("1111") || target.endsWith("2222") ? TopUps.Answer.WAITING : TopUps.Answer.DONE;
    }

    /// Says how one ended that waits; one that has ended stays so.
    public synchronized Load end(String key, boolean loaded) {
        Load known = loads.get(key);
        if (known == null) {
            throw General.NOT_FOUND.with();
        }
        if (known.answer() != TopUps.Answer.WAITING) {
            return known;
        }
        var ended = new Load(known.order(), loaded ? TopUps.Answer.DONE : TopUps.Answer.FAILED, known.asked());
        loads.put(key, ended);
        return ended;
    }

    /// What it was asked to load, the newest first; at most a hundred.
    public synchronized List<Load> loads() {
        return List.copyOf(loads.values()).reversed().stream().limit(MOST_TOLD).toList();
    }
}
