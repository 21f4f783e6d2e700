package hongli.mall.trade;

import hongli.mall.aftersale.Counter;
import hongli.mall.aftersale.Deduction;
import hongli.mall.delivery.Delivery;
import hongli.mall.delivery.SandboxTopUps;
import hongli.mall.delivery.TopUps;
import hongli.mall.merchant.EntryFees;
import hongli.mall.order.Orders;
import hongli.mall.payment.Purse;
import hongli.mall.payment.SandboxPurse;
import hongli.mall.payment.Seal;
import hongli.mall.payment.Till;
import hongli.mall.reconciliation.Reconciliations;
import hongli.mall.table.Tables;
import hongli.mall.timer.Timers;
import hongli.mall.withdrawal.PayoutPort;
import hongli.mall.withdrawal.SandboxPayout;
import hongli.mall.withdrawal.Withdrawals;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/// The rooms that come after an order is placed, put together.
///
/// @param sandboxTopUps the hand on the sandbox's provider; in sandboxes only
public record Trade(
        Till till,
        Delivery delivery,
        Counter counter,
        Reconciliations reconciliations,
        Withdrawals withdrawals,
        EntryFees entryFees,
        Optional<SandboxTopUps> sandboxTopUps) {
    /// What these rooms need from outside.
    ///
    /// @param identities whether a member's identity is confirmed
    public record Outside(
            Till.Means means,
            TopUps.Provider topUps,
            PayoutPort payouts,
            LongPredicate identities,
            Deduction deduction) {
        /// Everything played, with an empty purse: for trials.
        public static Outside sandbox() {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            var means = new Till.Means(new SandboxPurse(), List.of(), Optional.of(Seal.Secret.of(key)));
            return new Outside(means, new SandboxTopUps(), new SandboxPayout(), _ -> true, Deduction.NONE);
        }

        /// Nobody outside yet: what needs them is refused or waits.
        public static Outside none() {
            var means = new Till.Means(new SandboxPurse(), List.of(), Optional.empty());
            return new Outside(
                    means,
                    _ -> TopUps.Answer.WAITING,
                    _ -> new PayoutPort.Answer.Pending(),
                    _ -> false,
                    Deduction.NONE);
        }

        /// The same, but the members' money is in `purse`, and `known` tells what a return takes.
        public Outside with(Purse purse, Deduction known) {
            var lent = new Till.Means(purse, means.channels(), means.seal());
            return new Outside(lent, topUps, payouts, identities, known);
        }
    }

    /// Puts them together, and has timers and orders tell them what they must.
    public static Trade of(Tables tables, Timers timers, Orders orders, Outside outside) {
        var till = Till.of(tables, timers, orders, outside.means());
        var delivery = Delivery.of(tables, timers, orders, outside.topUps());
        var ways = new Counter.Ways(orders, till.refunds(), delivery.fulfilment(), outside.deduction());
        var reconciliations = new Reconciliations(tables, till.channels());
        reconciliations.register(timers);
        var withdrawals = new Withdrawals(tables, outside.means().purse(), outside.payouts(), outside.identities());
        withdrawals.register(timers);
        var entryFees = new EntryFees(tables, orders, till.refunds());
        entryFees.register(timers);
        Optional<SandboxTopUps> played =
                outside.topUps() instanceof SandboxTopUps sandbox ? Optional.of(sandbox) : Optional.empty();
        return new Trade(
                till, delivery, Counter.of(tables, timers, ways), reconciliations, withdrawals, entryFees, played);
    }
}
