package hongli.app.olist;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// An order of Olist, with its items by seller; its customer is the person, not the name for this one order.
final class Sold {
    final String id;
    final String customer;
    final String region;
    final Status status;
    final List<LocalDateTime> times;
    final TreeMap<String, List<Item>> items = new TreeMap<>();

    /// A product at a price and a freight for each piece: what the mall calls a variant.
    record Good(String product, long priceFen, long freightFen) {
        static final Comparator<Good> ONE_ORDER = Comparator.comparing(Good::product)
                .thenComparingLong(Good::priceFen)
                .thenComparingLong(Good::freightFen);

        String sku() {
            return product + "-" + priceFen + "-" + freightFen;
        }
    }

    /// So many pieces of it.
    record Item(Good good, long quantity) {
        long payableFen() {
            return Math.multiplyExact(good.priceFen() + good.freightFen(), quantity);
        }
    }

    /// How far an order came in the end.
    enum Status {
        PLACED,
        PAID,
        SHIPPED,
        DELIVERED,
        CANCELLED;

        static Status of(String word) {
            return switch (word) {
                case "created" -> PLACED;
                case "approved", "processing", "invoiced" -> PAID;
                case "shipped" -> SHIPPED;
                case "delivered" -> DELIVERED;
                case "canceled", "unavailable" -> CANCELLED;
                default -> throw new IllegalArgumentException("status must be known: status=" + word);
            };
        }
    }

    /// Somebody who bought, and where they live: `SP/sao paulo`.
    record Customer(String person, String region) {}

    /// @param times when it was placed, paid, shipped and delivered, each no earlier than the one before
    Sold(String id, Customer customer, Status status, List<LocalDateTime> times) {
        this.id = id;
        this.customer = customer.person();
        this.region = customer.region();
        this.status = status;
        this.times = List.copyOf(times);
    }

    /// Adds one piece.
    void add(String seller, String product, long priceFen, long freightFen) {
        List<Item> mine = items.computeIfAbsent(seller, _ -> new ArrayList<>());
        var good = new Good(product, priceFen, freightFen);
        for (int i = 0; i < mine.size(); i++) {
            if (mine.get(i).good().equals(good)) {
                mine.set(i, new Item(good, mine.get(i).quantity() + 1));
                return;
            }
        }
        mine.add(new Item(good, 1));
    }

    LocalDateTime placedAt() {
        return times.getFirst();
    }

    long payableFen() {
        return items.values().stream()
                .flatMap(List::stream)
                .mapToLong(Item::payableFen)
                .sum();
    }
}
