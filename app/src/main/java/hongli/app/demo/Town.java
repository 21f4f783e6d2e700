package hongli.app.demo;

import hongli.economy.exact.Money;
import hongli.ledger.Ledger;
import hongli.mall.Mall;
import hongli.mall.access.Actor;
import hongli.mall.goods.Kind;
import hongli.mall.goods.Offer;
import hongli.mall.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Where a demo takes place, and who and what is there so far.
///
/// @param agenda what is to be done when
/// @param random the one source of chance
record Town(
        Mall mall, Ledger ledger, Agenda agenda, SplittableRandom random, List<Resident> residents, List<Good> goods) {
    Town(Mall mall, Ledger ledger, Agenda agenda, SplittableRandom random) {
        this(mall, ledger, agenda, random, new ArrayList<>(), new ArrayList<>());
    }

    /// A member who lives there.
    ///
    /// @param code the code of the invitation
    /// @param address where things are sent
    record Resident(Actor.Member actor, String name, String code, long address) {}

    /// A variant on the shelf.
    record Good(long variant, long merchant, Kind kind, Money price, int weight) {}

    /// A product as it was offered.
    record Offered(long product, Actor seller, Offer offer) {}

    /// How many days the demo lives.
    int days() {
        return agenda.days();
    }

    boolean chance(double part) {
        return random.nextDouble() < part;
    }

    /// A minute of a day from one hour to another.
    int minute(int fromHour, int toHour) {
        return fromHour * 60 + random.nextInt((toHour - fromHour) * 60);
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /// Does something that the mall may say no to, as it does to people; whether it was done.
    boolean tried(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Refusal _) {
            return false;
        }
    }

    /// What the mall answers, unless it says no.
    <T> Optional<T> asked(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    /// Has everything done that is due now, and the programme told.
    void catchUp() {
        var _ = mall.timers().runDue();
        var _ = mall.programme().courier().sendAll();
    }
}
