package hongli.mall.payment;

import hongli.mall.Malls;
import hongli.mall.order.Orders;
import hongli.mall.table.MallClock;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/// The sandbox channel keeps the contract of all channels, however it signs.
final class SandboxChannelTest {
    /// The sandbox's own side.
    private static final class Sandbox implements PayChannelContract.House {
        private final MallClock clock = Malls.clock();
        private final Tables tables = Tables.open(Malls.database(), clock);
        private final SandboxChannel channel;
        private final SandboxDesk desk;

        Sandbox(Seal seal) {
            channel = new SandboxChannel(tables, seal);
            var notifications = new Notifications(
                    tables,
                    new Channels(List.of(channel)),
                    new Confirmation(
                            new Orders(tables, new Timers(tables)),
                            new Refunds(tables, new Channels(List.of(channel)), new SandboxPurse())));
            desk = new SandboxDesk(tables, channel, notifications);
        }

        @Override
        public PayChannel channel() {
            return channel;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public void pay(String reference) {
            desk.pay(reference, SandboxDesk.Manner.PLAIN);
        }

        @Override
        public PayChannel.Envelope told(String reference) {
            long notice = tables.work((Transaction work) ->
                    work.number("select id number from mall.sandbox_notice where body like ?", "%" + reference + "%"));
            return desk.envelope(notice);
        }

        @Override
        public void pass(Duration time) {
            clock.advance(tables, time);
        }

        @Override
        public LocalDate day() {
            return LocalDate.ofInstant(now(), SandboxChannel.ZONE);
        }
    }

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    final class SealedWithASecret implements PayChannelContract {
        private final Sandbox house =
                new Sandbox(Seal.Secret.of("a secret of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8)));

        @Override
        public House house() {
            return house;
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    final class SignedByEd25519 implements PayChannelContract {
        private final Sandbox house = new Sandbox(new Seal.Pair(pair("Ed25519")));

        @Override
        public House house() {
            return house;
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    final class SignedByRsa implements PayChannelContract {
        private final Sandbox house = new Sandbox(new Seal.Pair(pair("RSA")));

        @Override
        public House house() {
            return house;
        }
    }
}
