package hongli.app.demo;

import hongli.economy.exact.Money;
import hongli.mall.Mall;
import hongli.mall.access.Actor;
import hongli.mall.goods.Kind;
import hongli.mall.order.Checkouts;
import hongli.mall.order.Placing;
import hongli.mall.order.Wish;
import hongli.mall.payment.Cashier;
import hongli.mall.payment.PayChannel;
import hongli.mall.payment.SandboxDesk;
import hongli.mall.price.Item;
import hongli.mall.programme.LedgerPurse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/// How the members of a demo buy: a few things at a time, some with a coupon, most of them paid at once by the sandbox
/// channel, some with what they hold in the programme.
final class Buyers {
    private static final double NEVER_PAYS = 0.03;
    private static final double CANCELS = 0.02;
    private static final double TAKES_COUPON = 0.35;
    private static final double PAYS_CASH = 0.4;

    private final Town town;
    private final Mall mall;
    private final Premises.Staff staff;
    private final BiConsumer<Town.Resident, Long> paid;
    private int number;

    /// @param paid hears of every order that was paid, with its buyer
    Buyers(Town town, Premises.Staff staff, BiConsumer<Town.Resident, Long> paid) {
        this.town = town;
        this.mall = town.mall();
        this.staff = staff;
        this.paid = paid;
    }

    /// Somebody buys something now.
    void buy() {
        Town.Resident buyer = buyer();
        List<Town.Good> goods = goods();
        var _ = town.tried(() -> buy(buyer, goods));
    }

    /// Those who came early buy more often.
    private Town.Resident buyer() {
        double drawn = Math.pow(town.random().nextDouble(), 1.5);
        return town.residents().get((int) (drawn * town.residents().size()));
    }

    private List<Town.Good> goods() {
        List<Town.Good> goods = new ArrayList<>();
        goods.add(good());
        while (goods.size() < 4 && town.chance(0.38)) {
            Town.Good more = good();
            if (!goods.contains(more)) {
                goods.add(more);
            }
        }
        return goods;
    }

    private Town.Good good() {
        int all = town.goods().stream().mapToInt(Town.Good::weight).sum();
        int drawn = town.random().nextInt(all);
        for (Town.Good good : town.goods()) {
            drawn -= good.weight();
            if (drawn < 0) {
                return good;
            }
        }
        throw new IllegalStateException("weights must add up: all=" + all);
    }

    private void buy(Town.Resident buyer, List<Town.Good> goods) {
        List<Wish.Line> lines = new ArrayList<>();
        long sum = 0;
        for (Town.Good good : goods) {
            long quantity = good.kind() == Kind.PHYSICAL && town.chance(0.25) ? 2 : 1;
            lines.add(line(good, quantity));
            sum += good.price().fen() * quantity;
        }
        Optional<Long> coupon = town.chance(TAKES_COUPON) ? coupon(buyer, goods, sum) : Optional.empty();
        String note = town.chance(0.08) ? "麻烦尽快发货，谢谢" : "";
        var wish = new Wish(lines, coupon.stream().toList(), OptionalLong.of(buyer.address()), note);
        long checkout = mall.buying()
                .placing()
                .place(buyer.actor(), new Placing.Request("demo-" + ++number, wish, Optional.empty()));
        follow(buyer, checkout);
    }

    private Wish.Line line(Town.Good good, long quantity) {
        var day = good.kind() == Kind.BOOKING
                ? Optional.of(town.agenda().today().plusDays(2 + town.random().nextInt(20)))
                : Optional.<LocalDate>empty();
        String target = good.kind() == Kind.TOP_UP
                ? "1380000%04d".formatted(town.random().nextInt(10_000))
                : "";
        return new Wish.Line(new Item.Key(good.variant(), day), quantity, target);
    }

    /// A piece of the first kind whose threshold the goods reach, if the member may still take one.
    private Optional<Long> coupon(Town.Resident buyer, List<Town.Good> goods, long sum) {
        long wine = sumOf(goods, Premises.WINE);
        long tea = sumOf(goods, Premises.TEA);
        int kind = wine >= 32_000 ? 1 : tea >= 6_000 ? 2 : sum >= 11_000 ? 0 : -1;
        if (kind < 0) {
            return Optional.empty();
        }
        return town.asked(() ->
                mall.buying().coupons().take(buyer.actor(), staff.coupons().get(kind)));
    }

    private long sumOf(List<Town.Good> goods, Premises.Shop shop) {
        long merchant = staff.clerk(shop.key()).merchant();
        return goods.stream()
                .filter(good -> good.merchant() == merchant)
                .mapToLong(good -> good.price().fen())
                .sum();
    }

    private void follow(Town.Resident buyer, long checkout) {
        double fate = town.random().nextDouble();
        if (fate < NEVER_PAYS) {
            return;
        }
        if (fate < NEVER_PAYS + CANCELS) {
            mall.buying().orders().cancel(buyer.actor(), checkout, "不想要了");
            return;
        }
        Checkouts.Payable payable = mall.tables().work(work -> Checkouts.payable(work, buyer.actor(), checkout));
        if (payable.amount().fen() > 0) {
            pay(buyer.actor(), payable);
        }
        payable.orders().forEach(order -> paid.accept(buyer, order));
    }

    private void pay(Actor.Member buyer, Checkouts.Payable payable) {
        Cashier.Ways ways = ways(buyer, payable.amount().fen());
        Cashier.Started started = mall.trade().till().cashier().start(buyer, payable.id(), ways);
        started.instruction().ifPresent(instruction -> {
            SandboxDesk desk = mall.trade().till().sandbox().orElseThrow();
            String reference = Objects.requireNonNull(instruction.fields().get("reference"));
            var _ = desk.deliver(desk.pay(reference, SandboxDesk.Manner.PLAIN));
        });
    }

    /// Half of it at most in constant points, a third in cash, the rest by the channel.
    private Cashier.Ways ways(Actor.Member buyer, long fen) {
        LedgerPurse.Balance balance = mall.programme().purse().balance(buyer.id());
        long constant = Math.min(balance.constant().fen(), fen / 2);
        long cash = town.chance(PAYS_CASH) ? Math.min(balance.cash().fen(), fen / 3) : 0;
        return new Cashier.Ways(
                new Money(cash), new Money(constant), Optional.of("sandbox"), PayChannel.Scene.PHONE, "");
    }
}
