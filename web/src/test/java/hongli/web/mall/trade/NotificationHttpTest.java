package hongli.web.mall.trade;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.exact.Money;
import hongli.mall.Mall;
import hongli.mall.payment.PayChannel;
import hongli.mall.payment.SandboxDesk;
import hongli.mall.payment.SandboxPurse;
import hongli.mall.payment.Seal;
import hongli.mall.payment.Till;
import hongli.mall.trade.Trade;
import hongli.web.mall.MallHouse;
import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What channels tell, sent to the endpoint as they would: signed with a secret, by Ed25519 and by RSA, then forged,
/// replayed, late, in another order, and never.
class NotificationHttpTest {
    @SuppressWarnings("NullAway.Init") // opened by each test, with its own seal
    private TradeHouse trade;

    static Stream<Named<Seal>> seals() {
        return Stream.of(
                Named.of(
                        "a secret",
                        Seal.Secret.of("a secret of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8))),
                Named.of("Ed25519", new Seal.Pair(pair("Ed25519"))),
                Named.of("RSA", new Seal.Pair(pair("RSA"))));
    }

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(Seal seal) {
        trade = new TradeHouse(new MallHouse(null, mall -> sealed(mall, seal)));
    }

    /// The same mall, its sandbox channel under another seal.
    private static Mall sealed(Mall mall, Seal seal) {
        var means = new Till.Means(new SandboxPurse(), List.of(), Optional.of(seal));
        var plain = Trade.Outside.sandbox();
        var outside = new Trade.Outside(means, plain.topUps(), plain.payouts(), plain.identities(), plain.deduction());
        return new Mall(
                mall.tables(),
                mall.clock(),
                mall.timers(),
                mall.people(),
                mall.assortment(),
                mall.buying(),
                Trade.of(mall.tables(), mall.timers(), mall.buying().orders(), outside),
                mall.programme(),
                mall.bills(),
                mall.settings(),
                mall.sandbox());
    }

    @AfterEach
    void close() {
        trade.close();
    }

    private SandboxDesk desk() {
        return trade.house.mall.trade().till().sandbox().orElseThrow();
    }

    private Told send(PayChannel.Envelope envelope) throws IOException, InterruptedException {
        var request = trade.house
                .ask("/api/v1/mall/notifications/sandbox")
                .POST(BodyPublishers.ofString(envelope.body()))
                .header("Content-Type", "application/json");
        envelope.headers().forEach(request::header);
        return trade.house.tell(request);
    }

    private boolean isPaid(long checkout) throws IOException, InterruptedException {
        return Boolean.TRUE.equals(trade.house
                .fetch(trade.buyer, "/api/v1/mall/checkouts/" + checkout + "/payments")
                .at("paid"));
    }

    private String outcomes() {
        return trade.house
                .mall
                .tables()
                .work(work -> work.one(
                        "select coalesce(string_agg(outcome, ' ' order by id), '') as outcomes from mall.notification",
                        row -> row.text("outcomes")));
    }

    /// A payment that the sandbox does not tell by itself.
    private long paid(long checkout, Optional<Money> amount) throws IOException, InterruptedException {
        return desk().pay(trade.begin(checkout), new SandboxDesk.Manner(amount, Duration.ZERO, true));
    }

    @ParameterizedTest
    @MethodSource("seals")
    void believesWhatIsSignedOnceHoweverOftenItIsReplayed(Seal seal) throws IOException, InterruptedException {
        open(seal);
        long checkout = trade.checkout();
        PayChannel.Envelope envelope = desk().envelope(paid(checkout, Optional.empty()));
        for (int i = 0; i < 3; i++) {
            Told told = send(envelope);
            assertThat(told.status()).as(told.body()).isEqualTo(200);
            assertThat(told.body()).isEqualTo("{\"code\":\"SUCCESS\"}");
        }
        assertThat(isPaid(checkout)).isTrue();
        assertThat(outcomes()).isEqualTo("paid");
        assertThat(trade.number("select count(*) number from mall.order_event where after = 'paid'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("seals")
    void believesNothingThatIsForged(Seal seal) throws IOException, InterruptedException {
        open(seal);
        long checkout = trade.checkout();
        PayChannel.Envelope sound = desk().envelope(paid(checkout, Optional.empty()));
        refused(new PayChannel.Envelope(sound.headers(), sound.body().replace("100.00", "1.00")));
        refused(new PayChannel.Envelope(Map.of(), sound.body()));
        for (String header : sound.headers().keySet()) {
            for (String value : List.of("1", "AAAA", "'; drop table mall.payment; --", "%00", "9".repeat(400))) {
                Map<String, String> headers = new HashMap<>(sound.headers());
                headers.put(header, value);
                refused(new PayChannel.Envelope(headers, sound.body()));
            }
        }
        assertThat(isPaid(checkout)).isFalse();
        assertThat(outcomes()).isEmpty();
    }

    private void refused(PayChannel.Envelope envelope) throws IOException, InterruptedException {
        Told told = send(envelope);
        assertThat(told.status()).as(told.body()).isEqualTo(403);
        assertThat(told.code()).isEqualTo("notification_forged");
    }

    @ParameterizedTest
    @MethodSource("seals")
    void takesWhatComesLateOnlyWhenItIsSignedAnew(Seal seal) throws IOException, InterruptedException {
        open(seal);
        long checkout = trade.checkout();
        long notice = paid(checkout, Optional.empty());
        PayChannel.Envelope late = desk().envelope(notice);
        trade.house.clock.advance(trade.house.mall.tables(), Duration.ofMinutes(6));
        assertThat(send(late).code()).isEqualTo("notification_stale");
        assertThat(isPaid(checkout)).isFalse();
        assertThat(send(desk().envelope(notice)).status()).isEqualTo(200);
        assertThat(isPaid(checkout)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seals")
    void paysInWhateverOrderItIsTold(Seal seal) throws IOException, InterruptedException {
        open(seal);
        long first = trade.checkout();
        long second = trade.checkout();
        long one = paid(first, Optional.empty());
        long two = paid(second, Optional.empty());
        assertThat(send(desk().envelope(two)).status()).isEqualTo(200);
        assertThat(isPaid(second)).isTrue();
        assertThat(isPaid(first)).isFalse();
        assertThat(send(desk().envelope(one)).status()).isEqualTo(200);
        assertThat(send(desk().envelope(two)).status()).isEqualTo(200);
        assertThat(outcomes()).isEqualTo("paid paid");
    }

    @ParameterizedTest
    @MethodSource("seals")
    void findsOutByItselfWhatIsNeverToldAndHearsItLateWithoutHarm(Seal seal) throws IOException, InterruptedException {
        open(seal);
        long checkout = trade.checkout();
        long notice = paid(checkout, Optional.empty());
        trade.pass(Duration.ofMinutes(2));
        assertThat(isPaid(checkout)).isTrue();
        assertThat(send(desk().envelope(notice)).status()).isEqualTo(200);
        assertThat(outcomes()).isEqualTo("repeated");
    }

    @ParameterizedTest
    @MethodSource("seals")
    void neverTakesAnotherAmountForPaid(Seal seal) throws IOException, InterruptedException {
        open(seal);
        for (long fen : new long[] {1, 99_99, 100_01, 10_000_00}) {
            long checkout = trade.checkout();
            long notice = paid(checkout, Optional.of(new Money(fen)));
            assertThat(send(desk().envelope(notice)).status()).isEqualTo(200);
            trade.pass(Duration.ofMinutes(2));
            assertThat(isPaid(checkout)).isFalse();
        }
        assertThat(outcomes()).isEqualTo("amount_differs amount_differs amount_differs amount_differs");
        Told told = trade.house.fetch(trade.operator, "/api/v1/operator/notifications?outcome=amount_differs");
        assertThat(told.list("items")).hasSize(4);
    }
}
