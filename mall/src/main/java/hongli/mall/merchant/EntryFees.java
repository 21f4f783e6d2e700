package hongli.mall.merchant;

import hongli.economy.exact.Money;
import hongli.ledger.wire.Json;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.merchant.Merchant.Status;
import hongli.mall.order.Checkouts;
import hongli.mall.order.Orders;
import hongli.mall.payment.Refunds;
import hongli.mall.payment.Upkeep;
import hongli.mall.posting.Account;
import hongli.mall.posting.Kind;
import hongli.mall.posting.Postings;
import hongli.mall.refusal.General;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import hongli.mall.trail.Trail;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What merchants pay to be let in: at the cashier like anything else, under a checkout without orders,
/// or by hand.
///
/// Whatever is paid or given back sets a timer for the merchant; then the house brings things in line: a
/// fee that came in for a merchant that waits for it opens it, one that came in vain goes back, and every
/// movement is posted once.
public final class EntryFees {
    private static final String DUE = """
            select m.id, m.owner, m.status, m.entry_fee_fen, m.entry_fee_checkout, m.entry_fee_paid_at is not null paid,
                m.entry_fee_refunded_at is not null refunded, m.entry_fee_by_hand
            from mall.merchant m where m.id = ? for update
            """;
    private static final String MOVED = """
            select 'payment:' || p.id key, p.amount_fen, true arrived from mall.payment p
            where p.checkout = ? and p.status = 'paid'
            union all
            select 'refund:' || r.id, r.amount_fen, false from mall.refund r join mall.payment p on p.id = r.payment
            where p.checkout = ? and r.status = 'done' order by key
            """;

    private final Tables tables;
    private final Orders orders;
    private final Refunds refunds;

    public EntryFees(Tables tables, Orders orders, Refunds refunds) {
        this.tables = tables;
        this.orders = orders;
        this.refunds = refunds;
    }

    /// Does what the timers of entry fees say.
    public void register(Timers timers) {
        timers.when(Merchants.ENTRY_FEE_TIMER, this::align);
    }

    /// Where the fee is paid.
    public record Due(long checkout, Money amount) {}

    private record Fee(
            long merchant,
            OptionalLong owner,
            Status status,
            Money amount,
            OptionalLong checkout,
            boolean paid,
            boolean refunded,
            boolean byHand) {
        static Fee of(Row row) throws SQLException {
            return new Fee(
                    row.number("id"),
                    row.findNumber("owner"),
                    row.word("status", Status.class),
                    row.money("entry_fee_fen"),
                    row.findNumber("entry_fee_checkout"),
                    row.flag("paid"),
                    row.flag("refunded"),
                    row.flag("entry_fee_by_hand"));
        }
    }

    private record Moved(String key, Money amount, boolean arrived) {}

    /// The checkout at which the applicant pays the fee; the same one however often it is asked for.
    public Due checkout(Actor actor, long merchant) {
        long member = actor.requireMember().id();
        return tables.work(work -> {
            Fee fee = locked(work, merchant);
            if (fee.owner().isEmpty() || fee.owner().getAsLong() != member) {
                throw General.NOT_FOUND.with("merchant", merchant);
            }
            if (fee.status() != Status.ACCEPTED) {
                throw MerchantGround.ENTRY_FEE_NOT_DUE.with("state", word(fee.status()));
            }
            long checkout = fee.checkout().orElseGet(() -> placed(work, member, fee));
            // Cancelled by the applicant, and wanted again.
            work.run("update mall.checkout set status = 'unpaid' where id = ? and status = 'cancelled'", checkout);
            return new Due(checkout, fee.amount());
        });
    }

    private static long placed(Transaction work, long member, Fee fee) {
        String amount = fee.amount().toString();
        // No caller can send a key that begins with a space.
        long checkout = work.insert(
                "insert into mall.checkout (member, key, request, status, payable_fen, explanation, placed_at)"
                        + " values (?, ?, '', 'unpaid', ?, ?::jsonb, ?) returning id",
                member,
                " entry-fee:" + fee.merchant(),
                fee.amount(),
                Json.text(Map.of("lines", List.of(), "entryFee", amount, "payable", amount)),
                work.now());
        work.run("update mall.merchant set entry_fee_checkout = ? where id = ?", checkout, fee.merchant());
        return checkout;
    }

    /// Gives the fee back of a merchant that was rejected or closed after all: by the channel it came
    /// from, or noted as given back by hand where it came by hand.
    ///
    /// @throws hongli.mall.refusal.Refusal where none was paid, it went back before, or the merchant stays
    public void giveBack(Actor actor, long merchant, String reason) {
        actor.requireOperator(Permission.PAYMENTS_REFUND);
        tables.run(work -> {
            Fee fee = locked(work, merchant);
            boolean isOver = switch (fee.status()) {
                case REJECTED, CLOSED -> true;
                case APPLIED, ACCEPTED, OPEN, SUSPENDED -> false;
            };
            if (!isOver || !fee.paid() || fee.refunded()) {
                throw MerchantGround.ENTRY_FEE_STAYS.with("state", word(fee.status()));
            }
            var before = Merchants.find(work, merchant, "").told();
            work.run(
                    "update mall.merchant set entry_fee_refunded_at = ?, version = version + 1 where id = ?",
                    work.now(),
                    merchant);
            if (!fee.byHand()) {
                refunds.ofCheckout(work, fee.checkout().orElseThrow(), reason);
            }
            Timers.put(work, Merchants.ENTRY_FEE_TIMER, merchant, work.now());
            tell(work, actor, "merchant.entry_fee_refunded", merchant, before);
        });
    }

    private static Fee locked(Transaction work, long merchant) {
        return work.find(DUE, Fee::of, merchant).orElseThrow(() -> General.NOT_FOUND.with("merchant", merchant));
    }

    private void align(Transaction work, long merchant) {
        Fee fee = locked(work, merchant);
        if (fee.byHand()) {
            postByHand(work, fee);
        }
        fee.checkout().ifPresent(checkout -> align(work, fee, checkout));
    }

    private void align(Transaction work, Fee fee, long checkout) {
        var house = new Actor.House();
        boolean isWaiting = fee.status() == Status.ACCEPTED;
        switch (Checkouts.payable(work, house, checkout).status()) {
            case UNPAID -> {
                if (!isWaiting) {
                    orders.cancel(work, house, checkout, "");
                    Upkeep.hastenCheckout(work, checkout);
                }
            }
            case PAID -> {
                if (isWaiting) {
                    open(work, fee);
                } else if (fee.byHand() || !fee.paid()) {
                    refunds.ofCheckout(work, checkout, "entry_fee");
                }
            }
            case CANCELLED -> {}
        }
        work.all(
                        MOVED,
                        row -> new Moved(row.text("key"), row.money("amount_fen"), row.flag("arrived")),
                        checkout,
                        checkout)
                .forEach(each -> post(work, fee, each));
    }

    private static void open(Transaction work, Fee fee) {
        var before = Merchants.find(work, fee.merchant(), "").told();
        work.run(
                "update mall.merchant set status = 'open', entry_fee_paid_at = ?, version = version + 1 where id = ?",
                work.now(),
                fee.merchant());
        tell(work, new Actor.House(), "merchant.opened", fee.merchant(), before);
    }

    private static void postByHand(Transaction work, Fee fee) {
        String key = "entry_fee:" + fee.merchant();
        post(work, fee, new Moved(key, fee.amount(), true));
        if (fee.refunded()) {
            post(work, fee, new Moved(key + ":refund", fee.amount(), false));
        }
    }

    private static void post(Transaction work, Fee fee, Moved moved) {
        Postings.put(
                work,
                new Postings.Entry(
                        moved.key(),
                        Kind.ENTRY_FEE,
                        moved.arrived() ? Account.MONEY : Account.ENTRY_FEES,
                        moved.arrived() ? Account.ENTRY_FEES : Account.MONEY,
                        moved.amount(),
                        fee.merchant(),
                        null));
    }

    private static void tell(Transaction work, Actor actor, String action, long merchant, Map<String, Object> before) {
        Trail.tell(
                work,
                actor,
                action,
                new Trail.Subject("merchant", merchant),
                new Trail.Change(before, Merchants.find(work, merchant, "").told()));
    }

    private static String word(Status status) {
        return Merchant.word(status);
    }
}
