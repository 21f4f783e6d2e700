package hongli.mall.payment;

import hongli.economy.exact.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A house that moves customers' money: WeChat Pay, Alipay, Yeepay, Joinpay, or the sandbox.
///
/// Every call may be repeated under the same reference and then changes nothing more. A channel that does not answer
/// throws [ChannelAway]; what became of the call is then asked by [#query] and [#queryRefund].
public interface PayChannel {
    /// The name in addresses and tables: `sandbox`.
    String name();

    /// Asks for a payment; what the customer's device needs to make it.
    Instruction start(Invoice invoice);

    Standing query(String reference);

    /// Ends a payment that nobody made; [Standing.Paid] where somebody made it first.
    Standing close(String reference);

    RefundStanding refund(RefundOrder order);

    RefundStanding queryRefund(RefundOrder order);

    /// What the channel counts for one day of China's calendar.
    List<BillLine> bill(LocalDate day);

    /// Reads a notification.
    ///
    /// @throws hongli.mall.refusal.Refusal where its signature does not hold, or it is from another time
    Event verify(Envelope envelope, Instant now);

    /// What the channel wants to hear once a notification is kept.
    Acknowledgement acknowledgement();

    /// An amount in the currency in which the channel took it.
    ///
    /// @param currency by ISO 4217: `CNY`
    record Sum(Money amount, String currency) {
        /// What everything costs here.
        public static final String YUAN = "CNY";

        public static Sum yuan(Money amount) {
            return new Sum(amount, YUAN);
        }

        public boolean isYuan() {
            return currency.equals(YUAN);
        }
    }

    /// What a payment is asked for, in yuan.
    ///
    /// @param reference our name for it, used once for good
    /// @param subject what the customer reads in the channel's own lists
    /// @param scene where the customer is: channels have a way for each
    /// @param payer the channel's name for the customer, where the scene needs one; else empty
    /// @param expires after this nobody can pay it
    record Invoice(String reference, Money amount, String subject, Scene scene, String payer, Instant expires) {}

    /// Where the customer pays.
    enum Scene {
        PAGE,
        PHONE,
        APP,
        QR_CODE,
        MINI_PROGRAM
    }

    /// What the customer's device needs: fields as the channel's own library wants them.
    record Instruction(Map<String, String> fields) {
        public Instruction {
            fields = Map.copyOf(fields);
        }
    }

    /// How a payment stands at the channel.
    sealed interface Standing {
        /// Nobody has paid yet.
        record Open() implements Standing {}

        /// Paid.
        ///
        /// @param trade the channel's name for it
        record Paid(String trade, Sum sum, Instant at) implements Standing {}

        /// Nobody will pay it any more.
        record Closed() implements Standing {}

        /// The channel does not know the reference.
        record Unknown() implements Standing {}
    }

    /// Money that goes back.
    ///
    /// @param reference our name for the refund, used once for good
    /// @param paid what was paid under `payment` in all
    record RefundOrder(String reference, String payment, Money paid, Money amount, String reason) {}

    /// How a refund stands at the channel.
    sealed interface RefundStanding {
        /// Under way.
        record Pending() implements RefundStanding {}

        /// The money is back.
        record Done(Instant at) implements RefundStanding {}

        /// The channel will not do it.
        record Failed(String why) implements RefundStanding {}
    }

    /// One line of a channel's bill.
    ///
    /// @param reference our name for the payment or the refund
    record BillLine(String reference, Kind kind, Money amount) {
        /// Which way the money went.
        public enum Kind {
            PAYMENT,
            REFUND
        }
    }

    /// A notification as it came.
    ///
    /// @param headers by their names in small letters
    record Envelope(Map<String, String> headers, String body) {
        public Envelope {
            headers = Map.copyOf(headers);
        }
    }

    /// What a notification says, once it is believed.
    ///
    /// @param id the channel's name for the event: it is the same however often it is told
    /// @param kind whether a payment was made or a refund was done
    /// @param reference our name for the payment or the refund
    record Event(String id, BillLine.Kind kind, String reference, String trade, Sum sum, Instant at) {}

    /// An answer in the channel's own form.
    record Acknowledgement(String mediaType, String body) {}
}
