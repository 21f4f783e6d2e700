package hongli.mall.payment;

import static hongli.mall.payment.TrialMall.goods;
import static hongli.mall.payment.TrialMall.ways;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.access.Actor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NotificationsTest {
    private final TrialMall mall = new TrialMall();
    private final Actor.Member member = mall.member();
    private final long checkout = mall.checkout(member, goods(mall.clerk().merchant(), 1, 100_00));
    private final String reference = mall.begin(member, checkout, ways(0, 0));
    private final SandboxChannel channel = new SandboxChannel(mall.tables, TrialMall.SEAL);

    private String body(String event, String amount) {
        return "{\"event\":\"" + event + "\",\"kind\":\"payment\",\"reference\":\"" + reference
                + "\",\"trade\":\"T1\",\"amount\":\"" + amount + "\",\"currency\":\"CNY\",\"at\":\""
                + mall.clock.instant()
                + "\"}";
    }

    private Confirmation.Outcome send(PayChannel.Envelope envelope) {
        return mall.till.notifications().receive("sandbox", envelope).outcome();
    }

    @AfterEach
    void close() {
        mall.close();
    }

    @Test
    void believesWhatIsSigned() {
        assertThat(send(channel.envelope(body("E1", "100.00"), mall.clock.instant())))
                .isEqualTo(Confirmation.Outcome.PAID);
        assertThat(send(channel.envelope(body("E1", "100.00"), mall.clock.instant())))
                .isEqualTo(Confirmation.Outcome.REPEATED);
        assertThat(send(channel.envelope(body("E2", "100.00"), mall.clock.instant())))
                .isEqualTo(Confirmation.Outcome.REPEATED);
    }

    @Test
    void refusesWhatIsForged() {
        Instant now = mall.clock.instant();
        var sound = channel.envelope(body("E1", "100.00"), now);
        var other = Seal.Secret.of("another secret of thirty-two bytes.".getBytes(StandardCharsets.UTF_8));
        refused(new SandboxChannel(mall.tables, other).envelope(body("E1", "100.00"), now), "notification_forged");
        refused(new PayChannel.Envelope(sound.headers(), body("E1", "1.00")), "notification_forged");
        refused(new PayChannel.Envelope(Map.of(), sound.body()), "notification_forged");
        for (String header : sound.headers().keySet()) {
            Map<String, String> headers = new HashMap<>(sound.headers());
            headers.put(header, header.equals(SandboxChannel.TIME) ? "1" : "AAAA");
            refused(new PayChannel.Envelope(headers, sound.body()), "notification_forged");
        }
        assertThat(mall.status("checkout", checkout)).isEqualTo("unpaid");
    }

    @Test
    void refusesWhatWasSignedLongAgo() {
        var old = channel.envelope(body("E1", "100.00"), mall.clock.instant());
        mall.clock.advance(mall.tables, Duration.ofMinutes(6));
        refused(old, "notification_stale");
        assertThat(mall.status("checkout", checkout)).isEqualTo("unpaid");
    }

    @Test
    void refusesWhatIsNoNotification() {
        Instant now = mall.clock.instant();
        refused(channel.envelope("[]", now), "notification_unsound");
        refused(channel.envelope("{\"event\":1}", now), "notification_unsound");
        refused(channel.envelope(body("E1", "-1.00"), now), "notification_unsound");
        refused(channel.envelope(body("E1", "1.001"), now), "notification_unsound");
        refused(channel.envelope(body("E1", "1e99999999"), now), "notification_unsound");
        assertThatThrownBy(() -> mall.till.notifications().receive("alipay", channel.envelope("{}", now)))
                .hasMessageContaining("channel_unknown");
    }

    @Test
    void keepsWhatNobodyKnowsOf() {
        String body = body("E1", "100.00").replace(reference, "P'; drop table mall.payment; --");
        assertThat(send(channel.envelope(body, mall.clock.instant()))).isEqualTo(Confirmation.Outcome.UNKNOWN);
        assertThat(mall.text("select outcome as text from mall.notification")).isEqualTo("unknown");
    }

    @Test
    void paysNothingInAnotherCurrencyOrWithoutOne() {
        Instant now = mall.clock.instant();
        String body = body("E1", "100.00");
        assertThat(send(channel.envelope(body.replace("CNY", "USD"), now)))
                .isEqualTo(Confirmation.Outcome.CURRENCY_DIFFERS);
        refused(channel.envelope(body.replace("\"currency\":\"CNY\",", ""), now), "notification_unsound");
        assertThat(mall.status("checkout", checkout)).isEqualTo("unpaid");
        assertThat(mall.text("select content ->> 'currency' as text from mall.notification"))
                .isEqualTo("USD");
    }

    @Test
    void paysTheOrderItNamesAndNoOtherOfTheSameAmount() {
        long other = mall.checkout(member, goods(mall.clerk().merchant(), 1, 100_00));
        String second = mall.begin(member, other, ways(0, 0));
        Instant now = mall.clock.instant();
        assertThat(send(channel.envelope(body("E1", "100.00"), now))).isEqualTo(Confirmation.Outcome.PAID);
        assertThat(mall.status("checkout", other)).isEqualTo("unpaid");
        // One trade of the channel pays one thing, whatever else it is said to pay.
        assertThat(send(channel.envelope(body("E2", "100.00").replace(reference, second), now)))
                .isEqualTo(Confirmation.Outcome.TRADE_DIFFERS);
        assertThat(mall.status("checkout", other)).isEqualTo("unpaid");
        String own = body("E3", "100.00").replace(reference, second).replace("T1", "T2");
        assertThat(send(channel.envelope(own, now))).isEqualTo(Confirmation.Outcome.PAID);
        assertThat(mall.status("checkout", other)).isEqualTo("paid");
    }

    @Test
    void takesARefundThatIsToldBeforeItsPaymentIs() {
        Instant now = mall.clock.instant();
        String refund =
                body("E1", "100.00").replace("\"payment\"", "\"refund\"").replace(reference, "R0");
        assertThat(send(channel.envelope(refund, now))).isEqualTo(Confirmation.Outcome.UNKNOWN);
        assertThat(send(channel.envelope(body("E2", "100.00"), now))).isEqualTo(Confirmation.Outcome.PAID);
    }

    @Test
    void notesARefundOnceAndNeverInAnotherAmountOrCurrency() {
        Instant now = mall.clock.instant();
        send(channel.envelope(body("E1", "100.00"), now));
        mall.tables.run(
                work -> work.run("insert into mall.refund (payment, reference, reason, amount_fen, status, started_at)"
                        + " select id, 'R1', '', 500, 'started', started_at from mall.payment"));
        String refund = body("E2", "5.00").replace("\"payment\"", "\"refund\"").replace(reference, "R1");
        assertThat(send(channel.envelope(refund.replace("5.00", "5.01"), now)))
                .isEqualTo(Confirmation.Outcome.AMOUNT_DIFFERS);
        assertThat(send(channel.envelope(refund.replace("E2", "E3").replace("CNY", "HKD"), now)))
                .isEqualTo(Confirmation.Outcome.CURRENCY_DIFFERS);
        assertThat(mall.text("select status as text from mall.refund")).isEqualTo("started");
        assertThat(send(channel.envelope(refund.replace("E2", "E4"), now))).isEqualTo(Confirmation.Outcome.REFUND_DONE);
        assertThat(send(channel.envelope(refund.replace("E2", "E5"), now))).isEqualTo(Confirmation.Outcome.REPEATED);
    }

    @Test
    void takesNoKeyThatIsTooShort() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1_024);
        var keys = generator.generateKeyPair();
        assertThatThrownBy(() -> new Seal.Pair(keys)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Seal.Secret.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void checksAPublicKeyToo() throws GeneralSecurityException {
        for (String algorithm : new String[] {"Ed25519", "RSA"}) {
            var pair = new Seal.Pair(KeyPairGenerator.getInstance(algorithm).generateKeyPair());
            var other = new Seal.Pair(KeyPairGenerator.getInstance(algorithm).generateKeyPair());
            assertThat(pair.holds("text", pair.sign("text"))).isTrue();
            assertThat(pair.holds("other", pair.sign("text"))).isFalse();
            assertThat(pair.holds("text", other.sign("text"))).isFalse();
            assertThat(pair.holds("text", "no base64 !")).isFalse();
            assertThat(pair.holds("text", "AAAA")).isFalse();
        }
    }

    private void refused(PayChannel.Envelope envelope, String code) {
        assertThatThrownBy(() -> send(envelope)).hasMessageContaining(code);
    }
}
