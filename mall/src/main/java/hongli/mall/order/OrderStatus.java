package hongli.mall.order;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Where an order stands, and what it may become from there.
public enum OrderStatus {
    UNPAID,
    PAID,
    SHIPPED,
    DELIVERED,
    COMPLETED,
    CANCELLED,
    REFUNDED;

    /// What an order in this status may become; an end has nothing.
    public Set<OrderStatus> next() {
        return switch (this) {
            case UNPAID -> EnumSet.of(PAID, CANCELLED);
            case PAID -> EnumSet.of(SHIPPED, DELIVERED, REFUNDED);
            case SHIPPED -> EnumSet.of(DELIVERED, REFUNDED);
            case DELIVERED -> EnumSet.of(COMPLETED, REFUNDED);
            case COMPLETED -> EnumSet.of(REFUNDED);
            case CANCELLED, REFUNDED -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    /// Whether an order in this status may become `other`.
    public boolean mayBecome(OrderStatus other) {
        return next().contains(other);
    }

    /// As it stands in tables and on the wire.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
