package hongli.mall.payment;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Tables;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Payments, refunds and notifications as operators look at them.
public final class PaymentOffice {
    private final Tables tables;

    public PaymentOffice(Tables tables) {
        this.tables = tables;
    }

    /// Which payments are shown; null where it does not matter.
    public record PaymentFilter(
            Payment.@Nullable Status status,
            Payment.@Nullable Way way,
            @Nullable Long checkout,
            @Nullable String reference) {}

    /// Which refunds are shown; null where it does not matter.
    public record RefundFilter(
            Refund.@Nullable Status status,
            @Nullable Long order,
            @Nullable String reference) {}

    /// A notification that was kept.
    public record Told(long id, String channel, String event, String content, String outcome, Instant at) {}

    /// Payments, the newest first where nothing else is asked for by `-id`.
    public Page<Payment> payments(Actor actor, PaymentFilter filter, Listing.Wish wish) {
        actor.requireOperator(Permission.PAYMENTS_READ);
        return tables.work(work -> Listing.of(Payment.SELECT)
                .whereGiven("p.status = ?", filter.status())
                .whereGiven("p.way = ?", filter.way())
                .whereGiven("p.checkout = ?", filter.checkout())
                .whereGiven("p.reference = ?", filter.reference())
                .page(work, wish, sorts(), Payment::of));
    }

    public Page<Refund> refunds(Actor actor, RefundFilter filter, Listing.Wish wish) {
        actor.requireOperator(Permission.PAYMENTS_READ);
        return tables.work(work -> Listing.of("select r.* from mall.refund r")
                .whereGiven("r.status = ?", filter.status())
                .whereGiven("r.order_id = ?", filter.order())
                .whereGiven("r.reference = ?", filter.reference())
                .page(work, wish, sorts(), Refund::of));
    }

    /// Notifications, by what came of them.
    public Page<Told> notifications(Actor actor, Confirmation.@Nullable Outcome outcome, Listing.Wish wish) {
        actor.requireOperator(Permission.PAYMENTS_READ);
        return tables.work(work -> Listing.of("select n.* from mall.notification n")
                .whereGiven("n.outcome = ?", outcome)
                .page(
                        work,
                        wish,
                        Map.of("id", "id bigint"),
                        row -> new Told(
                                row.number("id"),
                                row.text("channel"),
                                row.text("event"),
                                row.text("content"),
                                row.text("outcome"),
                                row.time("at"))));
    }

    private static Map<String, String> sorts() {
        Map<String, String> sorts = new LinkedHashMap<>();
        sorts.put("id", "id bigint");
        sorts.put("amount", "amount_fen bigint");
        sorts.put("started_at", "started_at timestamptz");
        return sorts;
    }
}
