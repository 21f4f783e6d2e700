package hongli.app.olist;

import hongli.app.console.Pace;
import hongli.mall.access.Actor;
import hongli.mall.order.Orders;
import hongli.mall.programme.Courier;
import hongli.mall.programme.Settling;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Lives the marketplace again, day by day: what happened on a day is done in one transaction, then
/// everything that has become due, and then the programme is told.
final class OlistMall {
    private static final int COMPLETES_DAYS = 10;
    private static final int LOOK = 500;
    private static final Actor HOUSE = new Actor.House();

    private final Tables tables;
    private final Orders orders;
    private final Courier courier;
    private final Time time;
    private final Basket basket;
    private final Map<String, List<Long>> placed = new HashMap<>();
    private final Map<String, Long> checkouts = new HashMap<>();

    /// The time of the mall while it is lived again.
    static final class Time {
        private volatile Instant now = Instant.EPOCH;

        Instant now() {
            return now;
        }
    }

    /// A step of an order's life.
    private record Deed(Sold order, Step step) {}

    private enum Step {
        PLACE,
        PAY,
        SHIP,
        DELIVER,
        COMPLETE,
        CANCEL
    }

    OlistMall(Tables tables, Orders orders, Courier courier, Time time, Catalogue catalogue) {
        this.tables = tables;
        this.orders = orders;
        this.courier = courier;
        this.time = time;
        this.basket = new Basket(catalogue);
    }

    /// Lives all of it; `pace` is told how many orders were placed so far.
    void live(Olist olist, Pace pace) {
        NavigableMap<LocalDate, List<Deed>> days = days(olist);
        long done = 0;
        for (var day : days.entrySet()) {
            time.now = day.getKey().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            tables.run(work -> day.getValue().forEach(deed -> take(work, deed)));
            settle();
            done += day.getValue().stream()
                    .filter(deed -> deed.step() == Step.PLACE)
                    .count();
            pace.report(done, done / (double) olist.orders().size());
        }
        for (int week = 0; week < 3; week++) {
            time.now = time.now.plusSeconds(7 * 86_400);
            settle();
        }
    }

    private void settle() {
        int looked = LOOK;
        while (looked == LOOK) {
            looked = Settling.lookAtMany(tables, LOOK);
        }
        var _ = courier.sendAll();
    }

    private static NavigableMap<LocalDate, List<Deed>> days(Olist olist) {
        NavigableMap<LocalDate, List<Deed>> days = new TreeMap<>();
        for (Sold order : olist.orders()) {
            LocalDate last = order.placedAt().toLocalDate();
            add(days, last, order, Step.PLACE);
            if (order.status == Sold.Status.CANCELLED) {
                add(days, last, order, Step.CANCEL);
                continue;
            }
            List<Step> steps = List.of(Step.PAY, Step.SHIP, Step.DELIVER);
            for (int i = 0; i < order.status.ordinal(); i++) {
                last = order.times.get(i + 1).toLocalDate();
                add(days, last, order, steps.get(i));
            }
            if (order.status == Sold.Status.DELIVERED) {
                add(days, last.plusDays(COMPLETES_DAYS), order, Step.COMPLETE);
            }
        }
        return days;
    }

    private static void add(Map<LocalDate, List<Deed>> days, LocalDate day, Sold order, Step step) {
        days.computeIfAbsent(day, _ -> new ArrayList<>()).add(new Deed(order, step));
    }

    private void take(Transaction work, Deed deed) {
        String id = deed.order().id;
        switch (deed.step()) {
            case PLACE -> {
                Basket.Placed basketPlaced = basket.place(work, deed.order());
                checkouts.put(id, basketPlaced.checkout());
                placed.put(id, basketPlaced.orders());
            }
            case PAY -> {
                long checkout = checkouts.getOrDefault(id, 0L);
                Basket.pay(work, checkout);
                var _ = orders.paid(work, checkout);
            }
            case CANCEL -> orders.cancel(work, HOUSE, checkouts.getOrDefault(id, 0L), "olist");
            case SHIP -> each(id).forEach(order -> orders.shipped(work, HOUSE, order));
            case DELIVER -> each(id).forEach(order -> orders.delivered(work, HOUSE, order));
            case COMPLETE -> each(id).forEach(order -> orders.completed(work, HOUSE, order));
        }
    }

    private List<Long> each(String id) {
        return placed.getOrDefault(id, List.of());
    }
}
