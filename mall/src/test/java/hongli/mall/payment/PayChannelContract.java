package hongli.mall.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hongli.economy.exact.Money;
import hongli.mall.payment.PayChannel.BillLine;
import hongli.mall.payment.PayChannel.RefundStanding;
import hongli.mall.payment.PayChannel.Standing;
import hongli.mall.payment.PayChannel.Sum;
import hongli.mall.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every channel must do, whichever house it is: each implementation of the port runs it, with a hand on the other
/// side.
interface PayChannelContract {
    /// The other side of a channel.
    interface House {
        PayChannel channel();

        Instant now();

        /// The customer pays what was asked for.
        void pay(String reference);

        /// What the house would send now of the payment that was made under `reference`.
        PayChannel.Envelope told(String reference);

        void pass(Duration time);

        /// The day on which something is counted that happens now.
        LocalDate day();
    }

    House house();

    private String started(long fen) {
        String reference = "P" + UUID.randomUUID().toString().replace("-", "").substring(1);
        house().channel().start(invoice(reference, fen));
        return reference;
    }

    private PayChannel.Invoice invoice(String reference, long fen) {
        Instant expires = house().now().plus(Duration.ofMinutes(30));
        return new PayChannel.Invoice(
                reference, new Money(fen), "红酒 ' \" <b> &", PayChannel.Scene.QR_CODE, "", expires);
    }

    private PayChannel.RefundOrder back(String payment, String reference, long paid, long fen) {
        return new PayChannel.RefundOrder(reference, payment, new Money(paid), new Money(fen), "退款");
    }

    @Test
    default void hasANameForAddressesAndTables() {
        assertThat(house().channel().name()).matches("[a-z0-9_-]{1,40}");
    }

    @Test
    default void startsOnceHoweverOftenItIsAsked() {
        String reference = started(100_00);
        assertThat(house().channel().start(invoice(reference, 100_00)).fields()).isNotEmpty();
        assertThat(house().channel().query(reference)).isEqualTo(new Standing.Open());
    }

    @Test
    default void knowsNothingOfWhatWasNeverStarted() {
        assertThat(house().channel().query("P0")).isEqualTo(new Standing.Unknown());
        assertThat(house().channel().close("P0")).isEqualTo(new Standing.Unknown());
    }

    @Test
    default void saysWhatWasPaidAndAlwaysTheSame() {
        String reference = started(12_34);
        house().pay(reference);
        Standing first = house().channel().query(reference);
        assertThat(first).isInstanceOfSatisfying(Standing.Paid.class, paid -> {
            assertThat(paid.sum()).isEqualTo(Sum.yuan(new Money(12_34)));
            assertThat(paid.trade()).isNotBlank();
            assertThat(paid.at()).isCloseTo(house().now(), within(2, ChronoUnit.SECONDS));
        });
        house().pass(Duration.ofHours(1));
        assertThat(house().channel().query(reference)).isEqualTo(first);
        assertThat(house().channel().close(reference)).isEqualTo(first);
    }

    @Test
    default void givesEachPaymentATradeOfItsOwn() {
        String one = started(1);
        String two = started(1);
        house().pay(one);
        house().pay(two);
        assertThat(house().channel().query(one)).isNotEqualTo(house().channel().query(two));
    }

    @Test
    default void closesWhatNobodyHasPaidForGood() {
        String reference = started(1_00);
        assertThat(house().channel().close(reference)).isEqualTo(new Standing.Closed());
        assertThat(house().channel().close(reference)).isEqualTo(new Standing.Closed());
        assertThatThrownBy(() -> house().pay(reference)).isInstanceOf(RuntimeException.class);
        assertThat(house().channel().query(reference)).isEqualTo(new Standing.Closed());
    }

    @Test
    default void refundsInPartsAndNeverMoreThanWasPaid() {
        String reference = started(10_00);
        house().pay(reference);
        assertThat(house().channel().refund(back(reference, reference + "a", 10_00, 4_00)))
                .isInstanceOf(RefundStanding.Done.class);
        assertThat(house().channel().refund(back(reference, reference + "b", 10_00, 6_01)))
                .isInstanceOf(RefundStanding.Failed.class);
        assertThat(house().channel().refund(back(reference, reference + "c", 10_00, 6_00)))
                .isInstanceOf(RefundStanding.Done.class);
        assertThat(house().channel().refund(back(reference, reference + "d", 10_00, 1)))
                .isInstanceOf(RefundStanding.Failed.class);
    }

    @Test
    default void refundsOnceUnderOneReferenceHoweverManyAsk() throws InterruptedException {
        String reference = started(10_00);
        house().pay(reference);
        var order = back(reference, reference + "a", 10_00, 6_00);
        List<Object> ends = TrialMall.race(8, () -> house().channel().refund(order));
        assertThat(ends).hasOnlyElementsOfType(RefundStanding.Done.class).doesNotContainNull();
        assertThat(ends.stream().distinct()).hasSize(1);
        assertThat(house().channel().queryRefund(order)).isEqualTo(ends.getFirst());
        assertThat(house().channel().refund(back(reference, reference + "b", 10_00, 4_00)))
                .isInstanceOf(RefundStanding.Done.class);
    }

    @Test
    default void refundsNothingThatWasNotPaid() {
        String open = started(10_00);
        assertThat(house().channel().refund(back(open, open + "a", 10_00, 1_00)))
                .isInstanceOf(RefundStanding.Failed.class);
        assertThat(house().channel().refund(back("P0", open + "b", 10_00, 1_00)))
                .isInstanceOf(RefundStanding.Failed.class);
        assertThat(house().channel().queryRefund(back(open, open + "c", 10_00, 1_00)))
                .isNotInstanceOf(RefundStanding.Done.class);
    }

    @Test
    default void countsWhatHappenedOnItsDayAndOnNoOther() {
        String reference = started(10_00);
        house().pay(reference);
        LocalDate day = house().day();
        house().pass(Duration.ofDays(2));
        house().channel().refund(back(reference, reference + "a", 10_00, 4_00));
        assertThat(of(day, reference))
                .containsExactly(new BillLine(reference, BillLine.Kind.PAYMENT, new Money(10_00)));
        assertThat(of(day.plusDays(1), reference)).isEmpty();
        assertThat(of(house().day(), reference))
                .containsExactly(new BillLine(reference + "a", BillLine.Kind.REFUND, new Money(4_00)));
    }

    private List<BillLine> of(LocalDate day, String reference) {
        return house().channel().bill(day).stream()
                .filter(line -> line.reference().startsWith(reference))
                .toList();
    }

    @Test
    default void believesWhatItsOwnHouseTells() {
        String reference = started(10_00);
        house().pay(reference);
        PayChannel.Event event = house().channel().verify(house().told(reference), house().now());
        assertThat(event.kind()).isEqualTo(BillLine.Kind.PAYMENT);
        assertThat(event.reference()).isEqualTo(reference);
        assertThat(event.sum()).isEqualTo(Sum.yuan(new Money(10_00)));
        assertThat(new Standing.Paid(event.trade(), event.sum(), event.at()))
                .isEqualTo(house().channel().query(reference));
        assertThat(house().channel()
                        .verify(house().told(reference), house().now())
                        .id())
                .isEqualTo(event.id());
    }

    @Test
    default void believesNothingThatWasChangedOrIsFromAnotherTime() {
        String reference = started(10_00);
        house().pay(reference);
        PayChannel.Envelope sound = house().told(reference);
        refused(new PayChannel.Envelope(sound.headers(), sound.body().replace("10.00", "90.00")));
        refused(new PayChannel.Envelope(sound.headers(), sound.body() + " "));
        refused(new PayChannel.Envelope(sound.headers(), ""));
        refused(new PayChannel.Envelope(Map.of(), sound.body()));
        for (String header : sound.headers().keySet()) {
            for (String value : List.of("", "1", "AAAA", "\0", "x".repeat(10_000))) {
                Map<String, String> headers = new HashMap<>(sound.headers());
                headers.put(header, value);
                refused(new PayChannel.Envelope(headers, sound.body()));
            }
        }
        house().pass(Duration.ofHours(1));
        refused(sound);
        assertThat(house().channel()
                        .verify(house().told(reference), house().now())
                        .reference())
                .isEqualTo(reference);
    }

    private void refused(PayChannel.Envelope envelope) {
        assertThatThrownBy(() -> house().channel().verify(envelope, house().now()))
                .isInstanceOf(Refusal.class)
                .hasMessageMatching("(?s)notification_(forged|stale|unsound).*");
    }

    @Test
    default void saysWhatItWantsToHear() {
        assertThat(house().channel().acknowledgement().mediaType()).contains("/");
        assertThat(house().channel().acknowledgement().body()).isNotBlank();
    }
}
