package hongli.app.serve;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.postgres.Database;
import hongli.mall.Mall;
import hongli.mall.sandbox.Nature;
import hongli.mall.staff.OneTime;
import hongli.mall.table.MallClock;
import hongli.mall.table.MallUnavailable;
import hongli.mall.table.StatementFailed;
import hongli.mall.timer.Pulse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The mall on the database of the house: opened together with its connections; its timers and its courier begin when
/// it does, and end before it is closed.
final class MallStore implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 16;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HikariDataSource connections;
    private final Mall mall;
    private final Nature nature;
    private final Deque<Pulse> pulses = new ArrayDeque<>();

    private MallStore(HikariDataSource connections, Mall mall, Nature nature) {
        this.connections = connections;
        this.mall = mall;
        this.nature = nature;
    }

    /// What a mall is opened with.
    ///
    /// @param nature what it is; one that is to be filled works hastily, without waiting for the disk
    /// @param ledgerTime the time of the ledger, which is the mall's from now on
    /// @param world what the mall takes for the time of the world
    /// @param anew empties and fills it again; there in a demo
    record Opening(Nature nature, HouseTime ledgerTime, InstantSource world, Runnable anew) {}

    static MallStore open(Store store, Opening opening) {
        Nature nature = opening.nature();
        var connections = pool(store.database(), nature == Nature.DEMO_BEGUN);
        try {
            var clock = new MallClock(opening.world(), nature.isSandbox());
            Optional<Runnable> anew = nature == Nature.DEMO ? Optional.of(opening.anew()) : Optional.empty();
            var mall = Mall.open(connections, clock, store.ledger(), anew);
            opening.ledgerTime().follow(clock);
            mall.tables().run(nature::keep);
            return new MallStore(connections, mall, nature);
        } catch (MallUnavailable | StatementFailed e) {
            connections.close();
            throw Store.complaint(e);
        }
    }

    /// @param hasty whether a crash may take the last moments away, because all would be done anew anyway
    private static HikariDataSource pool(Database database, boolean hasty) {
        var config = new HikariConfig();
        config.setPoolName("mall");
        config.setDataSource(database.connections());
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        if (hasty) {
            config.setConnectionInitSql("set synchronous_commit = off");
        }
        // The mall itself says what is wrong when there is no database.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /// Opens the programme that the mall feeds, where it is not open yet, with the usual terms; whether it was.
    boolean openProgramme() {
        try {
            return mall.programme().programmes().openUsual();
        } catch (MallUnavailable | StatementFailed | JournalUnavailable e) {
            throw Store.complaint(e);
        }
    }

    /// From now on what falls due is done, and the programme is told.
    void begin() {
        pulses.add(Pulse.start(mall.timers(), PAUSE));
        pulses.add(Pulse.start("outbox", mall.programme().courier()::sendAll, PAUSE));
    }

    Mall mall() {
        return mall;
    }

    Nature nature() {
        return nature;
    }

    /// The first operator, where nobody runs the mall yet: their password is told this once.
    Optional<OneTime> firstOperator() {
        return mall.people().workers().founding().firstOperator();
    }

    @Override
    public void close() {
        pulses.forEach(Pulse::close);
        connections.close();
    }
}
