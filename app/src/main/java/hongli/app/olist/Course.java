package hongli.app.olist;

import hongli.economy.exact.Money;
import hongli.mall.Mall;
import hongli.mall.access.Actor;
import hongli.mall.delivery.Packages;
import hongli.mall.order.Placing;
import hongli.mall.order.Wish;
import hongli.mall.payment.Cashier;
import hongli.mall.payment.Confirmation;
import hongli.mall.payment.PayChannel;
import hongli.mall.payment.SandboxDesk;
import hongli.mall.price.Item;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// One order of Olist on its way through the mall: each step by the door that its member, its merchants' clerks or the
/// pay channel would take.
final class Course {
    private static final String LINES = """
            select o.id, o.merchant, l.id line, l.quantity
            from mall.orders o join mall.order_line l on l.order_id = o.id where o.checkout = ? order by l.id
            """;

    private final Mall mall;
    private final Shops shops;
    private final Sold sold;
    private final People.Known buyer;
    private final List<Sent> sent = new ArrayList<>();
    private long checkout;

    /// A package on its way.
    private record Sent(Actor.Clerk clerk, long parcel) {}

    private record Line(long order, long merchant, long line, long quantity) {}

    /// What happens to an order; it happens in this order.
    enum Step {
        PLACE,
        PAY,
        SHIP,
        DELIVER,
        CANCEL
    }

    /// A step, and when it was taken.
    record Deed(LocalDateTime at, Step step) {}

    Course(Mall mall, Shops shops, Sold sold, People.Known buyer) {
        this.mall = mall;
        this.shops = shops;
        this.sold = sold;
        this.buyer = buyer;
    }

    /// All that happened to it, in order.
    List<Deed> deeds() {
        List<Deed> deeds = new ArrayList<>();
        deeds.add(new Deed(sold.placedAt(), Step.PLACE));
        if (sold.status == Sold.Status.CANCELLED) {
            deeds.add(new Deed(sold.placedAt(), Step.CANCEL));
            return deeds;
        }
        List<Step> steps = List.of(Step.PAY, Step.SHIP, Step.DELIVER);
        for (int i = 0; i < sold.status.ordinal(); i++) {
            deeds.add(new Deed(sold.times.get(i + 1), steps.get(i)));
        }
        return deeds;
    }

    void take(Step step) {
        switch (step) {
            case PLACE -> place();
            case PAY -> pay();
            case SHIP -> ship();
            case DELIVER ->
                sent.forEach(each -> mall.trade().delivery().packages().delivered(each.clerk(), each.parcel()));
            case CANCEL -> mall.buying().orders().cancel(member(), checkout, "olist: " + sold.status);
        }
    }

    private Actor.Member member() {
        return new Actor.Member(buyer.member());
    }

    private void place() {
        List<Wish.Line> lines = new ArrayList<>();
        sold.items.forEach((seller, items) -> items.forEach(item -> lines.add(new Wish.Line(
                new Item.Key(shops.of(seller).variant(item.good()), Optional.empty()), item.quantity(), ""))));
        var wish = new Wish(lines, List.of(), OptionalLong.of(buyer.address()), "");
        var expected = Optional.of(new Money(sold.payableFen()));
        checkout = mall.buying().placing().place(member(), new Placing.Request(sold.id, wish, expected));
    }

    private void pay() {
        var ways = new Cashier.Ways(Money.ZERO, Money.ZERO, Optional.of("sandbox"), PayChannel.Scene.PAGE, "");
        var started = mall.trade().till().cashier().start(member(), checkout, ways);
        String reference = Objects.requireNonNull(
                started.instruction().orElseThrow().fields().get("reference"));
        SandboxDesk desk = mall.trade().till().sandbox().orElseThrow();
        Confirmation.Outcome outcome = desk.deliver(desk.pay(reference, SandboxDesk.Manner.PLAIN));
        if (outcome != Confirmation.Outcome.PAID) {
            throw new IllegalStateException("an order must be paid: order=" + sold.id + " outcome=" + outcome);
        }
    }

    /// One package for each merchant's order.
    private void ship() {
        Map<Long, List<Line>> orders = new TreeMap<>();
        mall.tables()
                .work(work -> work.all(
                        LINES,
                        row -> new Line(
                                row.number("id"), row.number("merchant"), row.number("line"), row.number("quantity")),
                        checkout))
                .forEach(line -> orders.computeIfAbsent(line.order(), _ -> new ArrayList<>())
                        .add(line));
        orders.forEach((order, lines) -> {
            Map<Long, Long> pieces = new TreeMap<>();
            lines.forEach(line -> pieces.put(line.line(), line.quantity()));
            var clerk = Shops.clerk(lines.getFirst().merchant());
            var shipment = new Packages.Shipment("Correios", sold.id, pieces);
            sent.add(new Sent(clerk, mall.trade().delivery().packages().ship(clerk, order, shipment)));
        });
    }
}
