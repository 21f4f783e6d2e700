package hongli.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.sql.DataSource;

/// The naive way to place and pay an order on the same tables: a transaction a step, the stock locked by
/// `select … for update` before anything else, and a way to the database and back for every statement.
///
/// It writes less than the mall does: no explanation, no timers, no notification, nothing at the channel; and it knows
/// nothing of coupons, tiers, freight or idempotency.
final class NaiveMall {
    private static final AtomicLong KEYS = new AtomicLong();

    private final DataSource source;
    private final List<MallShop.Buyer> buyers;
    private final List<Long> variants;

    private record Goods(long merchant, long product, long fen) {}

    NaiveMall(DataSource source, List<MallShop.Buyer> buyers, List<Long> variants) {
        this.source = source;
        this.buyers = buyers;
        this.variants = variants;
    }

    Clients.Client client(int number) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
        return () -> {
            buy(buyers.get(random.nextInt(buyers.size())), variants.get(random.nextInt(variants.size())));
            return 1;
        };
    }

    private void buy(MallShop.Buyer buyer, long variant) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            String key = "n" + KEYS.incrementAndGet();
            Goods goods = lock(connection, variant);
            long checkout = place(connection, buyer, key, variant, goods);
            connection.commit();
            begin(connection, checkout, key, goods);
            connection.commit();
            pay(connection, checkout, key, goods);
            connection.commit();
        }
    }

    private static Goods lock(Connection connection, long variant) throws SQLException {
        try (PreparedStatement statement = prepared(
                        connection,
                        "select merchant, product, price_fen, stock from mall.variant where id = ? for update",
                        variant);
                ResultSet row = statement.executeQuery()) {
            row.next();
            if (row.getLong(4) < 1) {
                throw new IllegalStateException("there must be stock: variant=" + variant);
            }
            return new Goods(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    private static long place(Connection connection, MallShop.Buyer buyer, String key, long variant, Goods goods)
            throws SQLException {
        run(connection, "update mall.variant set stock = stock - 1 where id = ?", variant);
        number(connection, "select tier from mall.member where id = ?", buyer.member());
        number(connection, "select id from mall.address where id = ?", buyer.address());
        long checkout = number(
                connection,
                "insert into mall.checkout (member, key, request, status, payable_fen, explanation, placed_at)"
                        + " values (?, ?, '', 'unpaid', ?, '{}', now()) returning id",
                buyer.member(),
                key,
                goods.fen());
        long order = number(
                connection,
                "insert into mall.orders (number, checkout, member, merchant, status, goods_fen, freight_fen,"
                        + " payable_fen, placed_at) values (?, ?, ?, ?, 'unpaid', ?, 0, ?, now()) returning id",
                key,
                checkout,
                buyer.member(),
                goods.merchant(),
                goods.fen(),
                goods.fen());
        run(
                connection,
                "insert into mall.order_line (order_id, merchant, product, variant, kind, title, specification,"
                        + " quantity, list_fen, unit_fen, cost_fen, paid_fen)"
                        + " values (?, ?, ?, ?, 'physical', 'goods', '{}', 1, ?, ?, 50, ?)",
                order,
                goods.merchant(),
                goods.product(),
                variant,
                goods.fen(),
                goods.fen(),
                goods.fen());
        log(connection, checkout, "unpaid");
        return checkout;
    }

    private static void log(Connection connection, long checkout, String after) throws SQLException {
        run(
                connection,
                "insert into mall.order_event (order_id, merchant, at, actor, after)"
                        + " select id, merchant, now(), 'naive', ? from mall.orders where checkout = ?",
                after,
                checkout);
    }

    private static void begin(Connection connection, long checkout, String key, Goods goods) throws SQLException {
        number(connection, "select id from mall.checkout where id = ? and status = 'unpaid' for update", checkout);
        run(
                connection,
                "insert into mall.payment (checkout, way, attempt, channel, reference, amount_fen, status, started_at)"
                        + " values (?, 'channel', 1, 'naive', ?, ?, 'started', now())",
                checkout,
                key,
                goods.fen());
    }

    private static void pay(Connection connection, long checkout, String key, Goods goods) throws SQLException {
        number(connection, "select id from mall.product where id = ? for update", goods.product());
        number(connection, "select id from mall.checkout where id = ? and status = 'unpaid' for update", checkout);
        number(connection, "select id from mall.payment where reference = ? for update", key);
        run(
                connection,
                "update mall.payment set status = 'paid', counts = true, paid_at = now() where reference = ?",
                key);
        run(connection, "update mall.checkout set status = 'paid', paid_at = now() where id = ?", checkout);
        run(connection, "update mall.orders set status = 'paid', paid_at = now() where checkout = ?", checkout);
        log(connection, checkout, "paid");
        run(connection, "update mall.product set sold = sold + 1 where id = ?", goods.product());
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    private static long number(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
