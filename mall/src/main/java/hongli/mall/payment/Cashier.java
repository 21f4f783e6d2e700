package hongli.mall.payment;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.order.CheckoutStatus;
import hongli.mall.order.Checkouts;
import hongli.mall.payment.Payment.Status;
import hongli.mall.payment.Payment.Way;
import hongli.mall.price.Split;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Where a member pays a checkout: with cash, with constant points, by a channel, or mixed.
///
/// What the purse gives is held first, order by order; the channel is asked for the rest. The checkout is paid when all
/// of one attempt is held or paid. Another attempt ends the one before: its holds go back, its payment is closed; what
/// is paid on it all the same is refunded.
public final class Cashier {
    private static final System.Logger LOG = System.getLogger(Cashier.class.getName());
    static final Duration FIRST_LOOK = Duration.ofMinutes(1);
    private static final Duration VALID = Duration.ofMinutes(30);

    private static final String INSERT = """
            with made as (
                insert into mall.payment (checkout, way, attempt, order_id, channel, reference, amount_fen, status,
                    started_at)
                values (?, ?, ?, ?, ?, ?, ?, 'started', ?) returning id)
            insert into mall.timer (kind, subject, due_at) select ?, id, ?::timestamptz from made
            """;

    private final Tables tables;
    private final Channels channels;
    private final Purse purse;
    private final Confirmation confirmation;
    private final Upkeep upkeep;

    public Cashier(Tables tables, Channels channels, Purse purse, Confirmation confirmation, Upkeep upkeep) {
        this.tables = tables;
        this.channels = channels;
        this.purse = purse;
        this.confirmation = confirmation;
        this.upkeep = upkeep;
    }

    /// How a checkout shall be paid: so much cash, so many constant points, and the rest by `channel`.
    public record Ways(Money cash, Money constant, Optional<String> channel, PayChannel.Scene scene, String payer) {}

    /// What the member is told.
    ///
    /// @param instruction what the member's device needs, where the channel is still to be paid
    public record Started(boolean paid, List<Payment> payments, Optional<PayChannel.Instruction> instruction) {}

    /// Begins to pay. The same ways again go on with what was begun.
    public Started start(Actor actor, long checkout, Ways ways) {
        actor.requireMember();
        ways.channel().ifPresent(channels::named);
        Begun begun = tables.work(work -> planned(work, Checkouts.payable(work, actor, checkout), ways));
        begun.over().forEach(payment -> upkeep.look(payment.id()));
        if (!begun.over().isEmpty()) {
            Started before = state(actor, checkout);
            if (before.paid()) {
                // What was to be replaced had been paid.
                return before;
            }
        }
        try {
            return carriedOut(actor, checkout, begun, ways);
        } catch (ChannelAway e) {
            LOG.log(Level.WARNING, "payment waits: checkout=" + checkout, e);
            throw PaymentGround.CHANNEL_AWAY.with("checkout", checkout);
        }
    }

    /// Holds what the purse gives, and has the channel asked for the rest.
    private Started carriedOut(Actor actor, long checkout, Begun begun, Ways ways) {
        List<Payment> holds = begun.payments().stream()
                .filter(payment -> payment.way() != Way.CHANNEL)
                .toList();
        Optional<Payment> rest = begun.payments().stream()
                .filter(payment -> payment.way() == Way.CHANNEL)
                .findFirst();
        holds.forEach(this::hold);
        if (rest.isEmpty()) {
            tables.run(work ->
                    confirmation.complete(work, Checkouts.payable(work, new Actor.House(), checkout), begun.attempt()));
            return state(actor, checkout);
        }
        boolean unchanged = holds.isEmpty() && begun.over().isEmpty();
        Started now = unchanged ? new Started(false, begun.all(), Optional.empty()) : state(actor, checkout);
        return now.paid() ? now : new Started(false, now.payments(), Optional.of(invoiced(rest.get(), ways)));
    }

    /// An attempt among all payments of its checkout, and those that end because of it.
    private record Begun(int attempt, List<Payment> all, List<Payment> over) {
        List<Payment> payments() {
            return Attempts.of(all, attempt);
        }
    }

    /// How far it is.
    public Started state(Actor actor, long checkout) {
        actor.requireMember();
        return tables.work(work -> {
            var found = Checkouts.payable(work, actor, checkout);
            return new Started(
                    found.status() == CheckoutStatus.PAID, Attempts.payments(work, checkout), Optional.empty());
        });
    }

    /// The payments of an attempt that pays like this: the one under way, or a new one.
    private static Begun planned(Transaction work, Checkouts.Payable checkout, Ways ways) {
        if (checkout.status() != CheckoutStatus.UNPAID) {
            throw PaymentGround.CHECKOUT_NOT_UNPAID.with("status", word(checkout));
        }
        List<Payment> all = Attempts.payments(work, checkout.id());
        int attempt = Attempts.newest(all);
        List<Payment> before = all.stream()
                .filter(payment -> payment.status() == Status.STARTED || payment.status() == Status.HELD)
                .toList();
        List<Payment> current = Attempts.of(before, attempt);
        List<Plan> plans = plans(work, checkout, ways);
        if (!current.isEmpty() && current.stream().map(Plan::of).toList().equals(plans)) {
            return new Begun(attempt, all, List.of());
        }
        close(work, before);
        for (Plan plan : plans) {
            insert(work, checkout.id(), attempt + 1, plan);
        }
        return new Begun(attempt + 1, Attempts.payments(work, checkout.id()), before);
    }

    static String word(Checkouts.Payable checkout) {
        return checkout.status().name().toLowerCase(Locale.ROOT);
    }

    /// Marks attempts that end; their holds and payments follow, at once or by the timer.
    static void close(Transaction work, List<Payment> payments) {
        for (Payment payment : payments) {
            work.send(
                    "update mall.payment set attempt = -abs(attempt) where id = ? and status in ('started', 'held')",
                    payment.id());
            Timers.put(work, Upkeep.TIMER, payment.id(), work.now());
        }
    }

    /// One payment to be made.
    private record Plan(Way way, Optional<Long> order, Optional<String> channel, Money amount) {
        static Plan of(Payment payment) {
            return new Plan(
                    payment.way(),
                    payment.order().isPresent() ? Optional.of(payment.order().getAsLong()) : Optional.empty(),
                    payment.channel(),
                    payment.amount());
        }
    }

    private static List<Plan> plans(Transaction work, Checkouts.Payable checkout, Ways ways) {
        Money payable = checkout.amount();
        long purse = Math.addExact(ways.cash().fen(), ways.constant().fen());
        long rest = payable.fen() - purse;
        if (rest < 0) {
            throw PaymentGround.WAYS_ABOVE_PAYABLE.with("payable", payable.toString());
        }
        List<Attempts.Part> parts = purse == 0 ? List.of() : Attempts.parts(work, checkout.id());
        if (purse > 0 && parts.isEmpty()) {
            throw PaymentGround.PURSE_FOR_ORDERS_ONLY.with();
        }
        if (rest > 0 && ways.channel().isEmpty()) {
            throw PaymentGround.CHANNEL_MISSING.with("rest", new Money(rest).toString());
        }
        List<Plan> plans = holds(parts, ways);
        plans.add(new Plan(Way.CHANNEL, Optional.empty(), ways.channel(), new Money(rest)));
        plans.removeIf(plan -> plan.amount().fen() == 0);
        return plans;
    }

    /// What the purse gives, split over the orders.
    private static List<Plan> holds(List<Attempts.Part> parts, Ways ways) {
        List<Money> each = parts.stream().map(Attempts.Part::payable).toList();
        List<Money> cash = Split.of(ways.cash(), each);
        List<Money> left = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            left.add(new Money(each.get(i).fen() - cash.get(i).fen()));
        }
        List<Money> constant = Split.of(ways.constant(), left);
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Optional<Long> order = Optional.of(parts.get(i).order());
            plans.add(new Plan(Way.CASH, order, Optional.empty(), cash.get(i)));
            plans.add(new Plan(Way.CONSTANT, order, Optional.empty(), constant.get(i)));
        }
        return plans;
    }

    private static void insert(Transaction work, long checkout, int attempt, Plan plan) {
        work.send(
                INSERT,
                checkout,
                plan.way(),
                attempt,
                plan.order().orElse(null),
                plan.channel().orElse(null),
                reference("P"),
                plan.amount(),
                work.now(),
                Upkeep.TIMER,
                work.now().plus(FIRST_LOOK));
    }

    /// A name that is used once for good, in what all channels allow: 32 letters and digits.
    static String reference(String kind) {
        return kind + UUID.randomUUID().toString().replace("-", "").substring(1);
    }

    private void hold(Payment payment) {
        boolean held = tables.work(work -> held(work, purse, payment.id()));
        if (!held) {
            tables.run(work -> {
                Checkouts.payable(work, new Actor.House(), payment.checkout());
                close(work, Attempts.of(Attempts.payments(work, payment.checkout()), payment.attempt()));
            });
            throw PaymentGround.FUNDS_SHORT.with(
                    "amount",
                    payment.amount().toString(),
                    "asset",
                    payment.asset().word());
        }
    }

    /// Has the purse hold what a payment needs; false where it has not enough, or the payment is over.
    static boolean held(Transaction work, Purse purse, long id) {
        Payment payment = locked(work, id);
        if (payment.status() == Status.HELD) {
            return true;
        }
        if (payment.status() != Status.STARTED || payment.attempt() < 0) {
            return false;
        }
        PurseLock.take(work, payment.member());
        var hold = new Purse.Hold(payment.hold(), payment.member(), payment.asset(), payment.amount());
        boolean done = purse.hold(hold) == Purse.Answer.DONE;
        work.send("update mall.payment set status = ? where id = ?", done ? Status.HELD : Status.FAILED, id);
        return done;
    }

    static Payment locked(Transaction work, long id) {
        return work.one(Payment.SELECT + " where p.id = ? for update of p", Payment::of, id);
    }

    private PayChannel.Instruction invoiced(Payment payment, Ways ways) {
        return channels.named(payment.channel().orElseThrow())
                .start(new PayChannel.Invoice(
                        payment.reference(),
                        payment.amount(),
                        "订单 " + payment.checkout(),
                        ways.scene(),
                        ways.payer(),
                        payment.startedAt().plus(VALID)));
    }
}
