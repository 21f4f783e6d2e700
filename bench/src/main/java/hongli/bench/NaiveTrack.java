package hongli.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.sql.DataSource;

/// The naive way: one transaction an order, the pool's row locked, balances as rows.
///
/// It does less than the engine does: no referrals, no tiers, no forced sales, no journal.
final class NaiveTrack {
    private static final int MEMBERS = 10_000;

    private final DataSource source;
    private final AtomicLong orders = new AtomicLong();

    NaiveTrack(DataSource source) {
        this.source = source;
    }

    /// Makes the tables anew.
    void prepare() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists naive cascade");
            statement.execute("create schema naive");
            statement.execute("create table naive.pool(id int primary key, fen bigint, micro bigint, fund bigint)");
            statement.execute("insert into naive.pool values (1, 100, 1000000, 0)");
            statement.execute("create table naive.member(id int primary key, micro bigint, quota bigint)");
            statement.execute("insert into naive.member select i, 0, 0 from generate_series(0, " + MEMBERS + ") i");
            statement.execute("create table naive.orders(id bigint primary key, member int, fen bigint, micro bigint)");
        }
    }

    /// One client with its own connection.
    Clients.Client client(int number) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        PreparedStatement lock =
                connection.prepareStatement("select fen, micro from naive.pool where id = 1 for update");
        PreparedStatement order = connection.prepareStatement("insert into naive.orders values (?, ?, ?, ?)");
        PreparedStatement member = connection.prepareStatement(
                "update naive.member set micro = micro + ?, quota = quota + ? where id = ?");
        PreparedStatement pool = connection.prepareStatement(
                "update naive.pool set fen = fen + ?, micro = micro + ?, fund = fund + ? where id = 1");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
        return () -> {
            settle(connection, new PreparedStatement[] {lock, order, member, pool}, random);
            return 1;
        };
    }

    private void settle(Connection connection, PreparedStatement[] statements, RandomGenerator random)
            throws SQLException {
        long base = random.nextInt(100, 50_000);
        int buyer = random.nextInt(MEMBERS);
        long contribution = base * 20 / 100;
        long granted;
        try (ResultSet row = statements[0].executeQuery()) {
            row.next();
            granted = Math.multiplyExact(contribution * 70 / 100, row.getLong(2)) / row.getLong(1);
        }
        execute(statements[1], orders.incrementAndGet(), buyer, base, granted);
        execute(statements[2], granted, base, buyer);
        execute(statements[3], contribution, granted, base / 10);
        connection.commit();
    }

    private static void execute(PreparedStatement statement, long... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setLong(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
