package hongli.mall.delivery;

import hongli.ledger.wire.Json;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.merchant.Seller;
import hongli.mall.refusal.General;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The packages of orders: several for one order if need be, together never more than was ordered.
public final class Packages {
    private final Tables tables;
    private final Fulfilment fulfilment;

    public Packages(Tables tables, Fulfilment fulfilment) {
        this.tables = tables;
        this.fulfilment = fulfilment;
    }

    /// What goes into a package.
    ///
    /// @param pieces order lines with how many pieces of each
    public record Shipment(String carrier, String number, Map<Long, Long> pieces) {
        public Shipment {
            pieces = Map.copyOf(pieces);
        }
    }

    /// A package on its way.
    public record Parcel(
            long id,
            long order,
            String carrier,
            String number,
            Map<Long, Long> pieces,
            Instant shippedAt,
            Optional<Instant> deliveredAt,
            List<Event> events) {
        public Parcel {
            pieces = Map.copyOf(pieces);
            events = List.copyOf(events);
        }
    }

    /// Where a package was.
    public record Event(Instant at, String place, String content) {}

    /// Sends a package; the order is shipped when nothing is left to send.
    public long ship(Actor actor, long order, Shipment shipment) {
        Seller seller = Seller.of(tables, actor, Permission.ORDERS_SHIP);
        if (shipment.pieces().isEmpty() || shipment.pieces().values().stream().anyMatch(count -> count <= 0)) {
            throw DeliveryGround.PACKAGE_EMPTY.with();
        }
        return seller.work(tables, work -> {
            String status = Fulfilment.lock(work, order);
            if (!status.equals("paid")) {
                throw DeliveryGround.ORDER_NOT_TO_SHIP.with("status", status);
            }
            Map<Long, Long> left = Fulfilment.unsent(work, order);
            shipment.pieces().forEach((line, count) -> {
                if (count > left.getOrDefault(line, 0L)) {
                    throw DeliveryGround.PACKAGE_TOO_MUCH.with(
                            "line", line, "most", left.getOrDefault(line, 0L), "quantity", count);
                }
            });
            long id = insert(work, seller, order, shipment);
            fulfilment.examine(work, actor, order);
            return id;
        });
    }

    private static long insert(Transaction work, Seller seller, long order, Shipment shipment) {
        Map<String, Long> pieces = new TreeMap<>();
        shipment.pieces().forEach((line, count) -> pieces.put(line.toString(), count));
        long id = work.insert(
                "insert into mall.package (order_id, merchant, carrier, number, lines, shipped_at)"
                        + " values (?, ?, ?, ?, ?::jsonb, ?) returning id",
                order,
                seller.merchant(),
                shipment.carrier(),
                shipment.number(),
                Json.text(pieces),
                work.now());
        Trail.tell(
                work,
                seller.actor(),
                "package.shipped",
                new Trail.Subject("order", order),
                new Trail.Change(
                        null, Map.of("package", id, "carrier", shipment.carrier(), "number", shipment.number())));
        return id;
    }

    /// Notes where a package was.
    public void track(Actor actor, long parcel, String place, String content) {
        Seller seller = Seller.of(tables, actor, Permission.ORDERS_SHIP);
        seller.work(tables, work -> {
            order(work, parcel);
            return work.run(
                    "insert into mall.package_event (package, merchant, at, place, content) values (?, ?, ?, ?, ?)",
                    parcel,
                    seller.merchant(),
                    work.now(),
                    place,
                    content);
        });
    }

    /// Notes that a package has arrived; a second time changes nothing.
    public void delivered(Actor actor, long parcel) {
        Seller seller = Seller.of(tables, actor, Permission.ORDERS_SHIP);
        seller.work(tables, work -> {
            long order = order(work, parcel);
            Fulfilment.lock(work, order);
            int fresh = work.run(
                    "update mall.package set delivered_at = ? where id = ? and delivered_at is null",
                    work.now(),
                    parcel);
            if (fresh == 1) {
                fulfilment.examine(work, actor, order);
            }
            return fresh;
        });
    }

    private static long order(Transaction work, long parcel) {
        return work.find("select order_id from mall.package where id = ?", row -> row.number("order_id"), parcel)
                .orElseThrow(General.NOT_FOUND::with);
    }

    /// The packages of an order, for its buyer, its merchant's clerks who may see orders, and such operators.
    public List<Parcel> of(Actor actor, long order) {
        return switch (actor) {
            case Actor.Clerk clerk -> {
                clerk.requireClerk(Permission.ORDERS_READ);
                yield tables.workAs(clerk.merchant(), work -> all(work, order));
            }
            case Actor.Operator operator -> {
                operator.requireOperator(Permission.ORDERS_READ);
                yield tables.work(work -> all(work, order));
            }
            case Actor.Member member ->
                tables.work(work -> {
                    if (!work.exists("select from mall.orders where id = ? and member = ?", order, member.id())) {
                        throw General.NOT_FOUND.with();
                    }
                    return all(work, order);
                });
            case Actor.Guest _, Actor.House _ -> throw General.LOGIN_REQUIRED.with();
        };
    }

    private static List<Parcel> all(Transaction work, long order) {
        if (!work.exists("select from mall.orders where id = ?", order)) {
            throw General.NOT_FOUND.with();
        }
        return work.all("select * from mall.package where order_id = ? order by id", row -> parcel(work, row), order);
    }

    private static Parcel parcel(Transaction work, Row row) throws SQLException {
        long id = row.number("id");
        Map<Long, Long> pieces = new TreeMap<>();
        work.all(
                        "select key::bigint as line, value::bigint as count from mall.package,"
                                + " jsonb_each_text(lines) where id = ?",
                        piece -> Map.entry(piece.number("line"), piece.number("count")),
                        id)
                .forEach(piece -> pieces.put(piece.getKey(), piece.getValue()));
        return new Parcel(
                id,
                row.number("order_id"),
                row.text("carrier"),
                row.text("number"),
                pieces,
                row.time("shipped_at"),
                row.findTime("delivered_at"),
                work.all(
                        "select at, place, content from mall.package_event where package = ? order by id",
                        event -> new Event(event.time("at"), event.text("place"), event.text("content")),
                        id));
    }
}
