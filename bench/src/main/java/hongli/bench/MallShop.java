package hongli.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import hongli.mall.Mall;
import hongli.mall.login.Sessions;
import hongli.mall.table.MallClock;
import hongli.mall.timer.Pulse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/// A mall to buy in: merchants with goods that never run out, members with an address, a programme, and everything
/// running that runs where it is served: timers and the courier to the ledger.
final class MallShop implements AutoCloseable {
    static final int CONNECTIONS = 16;
    static final int MERCHANTS = 100;
    static final int VARIANTS = 1_000;
    static final int MEMBERS = 2_000;

    private static final String GOODS = """
            with shop as (
                insert into mall.merchant (name, status, commission_millionths, created_at)
                select 'm' || i, 'open', 50000, now() from generate_series(1, ?) i returning id),
            goods as (
                insert into mall.product (merchant, kind, title, status, on_shelf, created_at)
                select id, 'physical', 'goods ' || i, 'approved', true, now()
                from shop, generate_series(1, ?) i returning id, merchant)
            insert into mall.variant (product, merchant, sku, price_fen, cost_fen, stock)
            select id, merchant, 's' || id, 100 + id % 900, 50, 1000000000 from goods
            """;
    private static final String PEOPLE = """
            with people as (
                insert into mall.member (email, name, referral_code, joined_at)
                select 'm' || i || '@bench.invalid', 'm' || i, 'bench-' || i, now()
                from generate_series(1, ?) i returning id)
            insert into mall.address (member, receiver, phone, region, street)
            select id, 'x', '13800000000', '广东省/深圳市/南山区', 'x' from people
            """;

    private final Ledger ledger;
    private final HikariDataSource connections;
    private final Mall mall;
    private final List<Pulse> pulses = new ArrayList<>();

    /// A member, with an address to send to.
    record Buyer(long member, long address) {}

    private MallShop(Ledger ledger, HikariDataSource connections, Mall mall) {
        this.ledger = ledger;
        this.connections = connections;
        this.mall = mall;
    }

    /// Opens it on an empty database.
    ///
    /// @param watch what looks at all statements, or nothing does
    static MallShop open(Database database, UnaryOperator<DataSource> watch) {
        Ledger ledger = Ledger.start(PostgresJournal.open(database.connections()), LedgerSettings.standard());
        var _ = ledger.open(new ProgrammeId("mall"), "Track", Tracks.plainTerms());
        var config = new HikariConfig();
        config.setDataSource(database.connections());
        config.setMaximumPoolSize(CONNECTIONS);
        var connections = new HikariDataSource(config);
        var mall = Mall.open(watch.apply(connections), new MallClock(InstantSource.system(), true), ledger);
        var shop = new MallShop(ledger, connections, mall);
        shop.fill();
        return shop;
    }

    private void fill() {
        mall.tables().run(work -> {
            work.run("update mall.setting set value = 'true' where name = 'multi_merchant'");
            work.run(GOODS, MERCHANTS, VARIANTS / MERCHANTS);
            work.run(PEOPLE, MEMBERS);
        });
        try (var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("analyze");
        } catch (SQLException e) {
            throw new IllegalStateException("tables must be analyzed", e);
        }
        Duration pause = Duration.ofSeconds(1);
        pulses.add(Pulse.start(mall.timers(), pause));
        pulses.add(Pulse.start("outbox", mall.programme().courier()::sendAll, pause));
    }

    Mall mall() {
        return mall;
    }

    DataSource connections() {
        return connections;
    }

    Ledger ledger() {
        return ledger;
    }

    List<Long> variants() {
        return mall.tables().read(work -> work.all("select id from mall.variant order by id", row -> row.number("id")));
    }

    List<Buyer> buyers() {
        return mall.tables()
                .read(work -> work.all(
                        "select member, id from mall.address order by id",
                        row -> new Buyer(row.number("member"), row.number("id"))));
    }

    /// Logs a member in; the token.
    String logIn(Buyer buyer) {
        return mall.tables()
                .work(work -> mall.people()
                        .sessions()
                        .begin(work, Sessions.Holder.MEMBER, buyer.member())
                        .token());
    }

    @Override
    public void close() {
        pulses.forEach(Pulse::close);
        connections.close();
        ledger.close();
    }
}
