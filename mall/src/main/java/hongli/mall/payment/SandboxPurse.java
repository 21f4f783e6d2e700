package hongli.mall.payment;

import hongli.economy.command.Asset;
import hongli.economy.exact.Money;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/// A purse in memory, for trials: it answers as the ledger would.
public final class SandboxPurse implements Purse {
    private enum Stage {
        HELD,
        CAPTURED,
        RELEASED
    }

    private record Whose(Holder holder, Asset asset) {}

    private final Map<Whose, Long> free = new HashMap<>();
    private final Map<Whose, Long> taken = new HashMap<>();
    private final Map<String, Hold> holds = new HashMap<>();
    private final Map<String, Stage> stages = new HashMap<>();
    private final Set<String> givenBack = new HashSet<>();
    private boolean away;

    /// Puts an amount into a member's purse.
    public synchronized void put(long member, Asset asset, Money amount) {
        put(Holder.member(member), asset, amount);
    }

    /// Puts an amount into a purse.
    public synchronized void put(Holder holder, Asset asset, Money amount) {
        add(new Whose(holder, asset), amount.fen());
    }

    /// Whether it fails to answer from now on.
    public synchronized void beAway(boolean now) {
        away = now;
    }

    @Override
    public synchronized Answer hold(Hold hold) {
        requireHere();
        Hold known = holds.get(hold.id());
        if (known != null) {
            return known.equals(hold) && stages.get(hold.id()) == Stage.HELD ? Answer.DONE : Answer.REFUSED;
        }
        Whose whose = new Whose(hold.holder(), hold.asset());
        if (free.getOrDefault(whose, 0L) < hold.amount().fen()) {
            return Answer.REFUSED;
        }
        add(whose, -hold.amount().fen());
        holds.put(hold.id(), hold);
        stages.put(hold.id(), Stage.HELD);
        return Answer.DONE;
    }

    @Override
    public synchronized Answer capture(String id, OptionalLong merchant) {
        return end(id, Stage.CAPTURED, hold -> {
            if (merchant.isEmpty() && hold.asset() == Asset.CONSTANT) {
                return false;
            }
            merchant.ifPresent(payee -> {
                var to = new Whose(Holder.merchant(payee), hold.asset());
                taken.merge(to, hold.amount().fen(), Math::addExact);
                add(to, hold.amount().fen());
            });
            return true;
        });
    }

    @Override
    public synchronized Answer release(String id) {
        return end(id, Stage.RELEASED, hold -> {
            add(new Whose(hold.holder(), hold.asset()), hold.amount().fen());
            return true;
        });
    }

    @Override
    public synchronized Answer giveBack(String key, Hold captured) {
        requireHere();
        if (stages.get(captured.id()) != Stage.CAPTURED) {
            return Answer.REFUSED;
        }
        if (givenBack.add(key)) {
            put(captured.holder(), captured.asset(), captured.amount());
        }
        return Answer.DONE;
    }

    @Override
    public synchronized Money free(Holder holder, Asset asset) {
        return new Money(free.getOrDefault(new Whose(holder, asset), 0L));
    }

    /// What a merchant was paid.
    public synchronized Money taken(long merchant, Asset asset) {
        return new Money(taken.getOrDefault(new Whose(Holder.merchant(merchant), asset), 0L));
    }

    /// What is held of all together.
    public synchronized Money held() {
        return new Money(holds.values().stream()
                .filter(hold -> stages.get(hold.id()) == Stage.HELD)
                .mapToLong(hold -> hold.amount().fen())
                .sum());
    }

    private Answer end(String id, Stage stage, Function<Hold, Boolean> payment) {
        requireHere();
        Hold hold = holds.get(id);
        if (hold == null) {
            return Answer.REFUSED;
        }
        Stage now = stages.get(id);
        if (now == stage) {
            return Answer.DONE;
        }
        if (now != Stage.HELD || !payment.apply(hold)) {
            return Answer.REFUSED;
        }
        stages.put(id, stage);
        return Answer.DONE;
    }

    private void add(Whose whose, long fen) {
        free.merge(whose, fen, Math::addExact);
    }

    private void requireHere() {
        if (away) {
            throw new ChannelAway("purse must answer");
        }
    }
}
