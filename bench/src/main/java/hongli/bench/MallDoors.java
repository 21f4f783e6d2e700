package hongli.bench;

import hongli.economy.exact.Money;
import hongli.mall.Mall;
import hongli.mall.access.Actor;
import hongli.mall.order.Placing;
import hongli.mall.order.Wish;
import hongli.mall.payment.Cashier;
import hongli.mall.payment.Confirmation;
import hongli.mall.payment.PayChannel;
import hongli.mall.payment.SandboxDesk;
import hongli.mall.price.Item;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A client that places and pays by the doors of the mall, without HTTP: the same deeds as those of [MallBuyer].
final class MallDoors {
    private static final AtomicLong KEYS = new AtomicLong();
    private static final Cashier.Ways WAYS =
            new Cashier.Ways(Money.ZERO, Money.ZERO, Optional.of("sandbox"), PayChannel.Scene.PAGE, "");

    /// The channel tells when it is asked to, not by itself.
    private static final SandboxDesk.Manner SILENT = new SandboxDesk.Manner(Optional.empty(), Duration.ZERO, true);

    private final Mall mall;
    private final List<MallShop.Buyer> buyers;
    private final List<Long> variants;

    MallDoors(Mall mall, List<MallShop.Buyer> buyers, List<Long> variants) {
        this.mall = mall;
        this.buyers = buyers;
        this.variants = variants;
    }

    Clients.Client client(int number) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
        return () -> {
            buy(random);
            return 1;
        };
    }

    private void buy(RandomGenerator random) {
        MallShop.Buyer buyer = buyers.get(random.nextInt(buyers.size()));
        var member = new Actor.Member(buyer.member());
        long variant = variants.get(random.nextInt(variants.size()));
        var line = new Wish.Line(new Item.Key(variant, Optional.empty()), 1, "");
        var wish = new Wish(List.of(line), List.of(), OptionalLong.of(buyer.address()), "");
        long checkout = mall.buying()
                .placing()
                .place(member, new Placing.Request("d" + KEYS.incrementAndGet(), wish, Optional.empty()));
        var started = mall.trade().till().cashier().start(member, checkout, WAYS);
        String reference = Objects.requireNonNull(
                started.instruction().orElseThrow().fields().get("reference"));
        SandboxDesk desk = mall.trade().till().sandbox().orElseThrow();
        if (desk.deliver(desk.pay(reference, SILENT)) != Confirmation.Outcome.PAID) {
            throw new IllegalStateException("an order must be paid: checkout=" + checkout);
        }
    }
}
