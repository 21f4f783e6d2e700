package hongli.app.olist;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// An order of Olist, with its items by seller; its customer is the person, not the name for this one order.
final class Sold {
    final String id;
    final String customer;
    final Status status;
    final List<LocalDateTime> times;
    final TreeMap<String, List<Item>> items = new TreeMap<>();

    /// Pieces of the same product at the same price.
    record Item(String product, long priceFen, long freightFen, long quantity) {
        /// One more piece of it.
        Item more(long freight) {
            return new Item(product, priceFen, freightFen + freight, quantity + 1);
        }

        boolean isSame(String other, long price) {
            return product.equals(other) && priceFen == price;
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

    /// @param times when it was placed, paid, shipped and delivered, each no earlier than the one before
    Sold(String id, String customer, Status status, List<LocalDateTime> times) {
        this.id = id;
        this.customer = customer;
        this.status = status;
        this.times = List.copyOf(times);
    }

    /// Adds one piece.
    void add(String seller, String product, long priceFen, long freightFen) {
        List<Item> mine = items.computeIfAbsent(seller, _ -> new ArrayList<>());
        for (int i = 0; i < mine.size(); i++) {
            if (mine.get(i).isSame(product, priceFen)) {
                mine.set(i, mine.get(i).more(freightFen));
                return;
            }
        }
        mine.add(new Item(product, priceFen, freightFen, 1));
    }

    LocalDateTime placedAt() {
        return times.getFirst();
    }
}
