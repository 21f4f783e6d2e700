package hongli.app.serve;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hongli.ledger.Ledger;
import hongli.ledger.postgres.Database;
import hongli.mall.Mall;
import hongli.mall.staff.OneTime;
import hongli.mall.table.MallClock;
import hongli.mall.table.MallUnavailable;
import hongli.mall.table.StatementFailed;
import hongli.mall.timer.Pulse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The mall on the database of the house: opened together with its connections, its timers and its courier, closed in
/// the opposite order.
final class MallStore implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 16;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HikariDataSource connections;
    private final Mall mall;
    private final Optional<OneTime> firstOperator;
    private final Pulse pulse;
    private final Pulse courier;

    private MallStore(HikariDataSource connections, Mall mall) {
        this.connections = connections;
        this.mall = mall;
        this.firstOperator = mall.people().workers().founding().firstOperator();
        this.pulse = Pulse.start(mall.timers(), PAUSE);
        this.courier = Pulse.start("outbox", mall.programme().courier()::sendAll, PAUSE);
    }

    static MallStore open(Database database, Ledger ledger) {
        var connections = pool(database);
        try {
            var clock = new MallClock(InstantSource.system(), false);
            return new MallStore(connections, Mall.open(connections, clock, ledger));
        } catch (MallUnavailable | StatementFailed e) {
            connections.close();
            throw Store.complaint(e);
        }
    }

    private static HikariDataSource pool(Database database) {
        var config = new HikariConfig();
        config.setPoolName("mall");
        config.setDataSource(database.connections());
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        // The mall itself says what is wrong when there is no database.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    Mall mall() {
        return mall;
    }

    /// The first operator, where nobody runs the mall yet: their password is told this once.
    Optional<OneTime> firstOperator() {
        return firstOperator;
    }

    @Override
    public void close() {
        pulse.close();
        courier.close();
        connections.close();
    }
}
