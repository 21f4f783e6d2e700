package hongli.mall.payment;

import hongli.ledger.wire.Json;
import hongli.mall.payment.Confirmation.Outcome;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The entry of channels: a notification is believed by its signature alone, kept, and counted once however often it
/// is told.
public final class Notifications {
    private final Tables tables;
    private final Channels channels;
    private final Confirmation confirmation;

    public Notifications(Tables tables, Channels channels, Confirmation confirmation) {
        this.tables = tables;
        this.channels = channels;
        this.confirmation = confirmation;
    }

    /// What came of it, and what the channel wants to hear.
    public record Kept(Outcome outcome, PayChannel.Acknowledgement acknowledgement) {}

    /// Takes in what a channel sends.
    ///
    /// @throws hongli.mall.refusal.Refusal where it is not the channel that sends it, or it is from another time
    public Kept receive(String name, PayChannel.Envelope envelope) {
        PayChannel channel = channels.named(name);
        Outcome outcome = tables.work(work -> {
            PayChannel.Event event = channel.verify(envelope, work.now());
            return kept(work, name, event);
        });
        return new Kept(outcome, channel.acknowledgement());
    }

    private Outcome kept(Transaction work, String channel, PayChannel.Event event) {
        // Whoever tells the same event at the same time waits here for the other to end.
        int fresh = work.run(
                "insert into mall.notification (channel, event, content, outcome, at)"
                        + " values (?, ?, ?::jsonb, 'repeated', ?) on conflict (channel, event) do nothing",
                channel,
                event.id(),
                Json.text(content(event)),
                work.now());
        if (fresh == 0) {
            return Outcome.REPEATED;
        }
        Outcome outcome = switch (event.kind()) {
            case PAYMENT -> paid(work, channel, event);
            case REFUND -> refunded(work, channel, event);
        };
        work.send(
                "update mall.notification set outcome = ? where channel = ? and event = ?",
                outcome,
                channel,
                event.id());
        return outcome;
    }

    private Outcome paid(Transaction work, String channel, PayChannel.Event event) {
        Optional<Payment> payment = work.find(
                Payment.SELECT + " where p.channel = ? and p.reference = ?", Payment::of, channel, event.reference());
        var paid = new PayChannel.Standing.Paid(event.trade(), event.sum(), event.at());
        return payment.map(known -> confirmation.paid(work, known, paid)).orElse(Outcome.UNKNOWN);
    }

    private static Outcome refunded(Transaction work, String channel, PayChannel.Event event) {
        Optional<Refund> found = work.find(
                "select r.* from mall.refund r join mall.payment p on p.id = r.payment"
                        + " where p.channel = ? and r.reference = ?",
                Refund::of,
                channel,
                event.reference());
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        Refund refund = found.get();
        if (!event.sum().isYuan()) {
            return Outcome.CURRENCY_DIFFERS;
        }
        if (!refund.amount().equals(event.sum().amount())) {
            return Outcome.AMOUNT_DIFFERS;
        }
        Payback.done(work, refund.id(), event.at());
        return refund.status() == Refund.Status.STARTED ? Outcome.REFUND_DONE : Outcome.REPEATED;
    }

    private static Map<String, ?> content(PayChannel.Event event) {
        return Map.of(
                "kind", event.kind().name().toLowerCase(Locale.ROOT),
                "reference", event.reference(),
                "trade", event.trade(),
                "amount", event.sum().amount().toString(),
                "currency", event.sum().currency(),
                "at", event.at().toString());
    }
}
