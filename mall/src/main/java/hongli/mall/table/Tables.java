package hongli.mall.table;

import hongli.ledger.postgres.Annex;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/// The mall's tables, all in the schema `mall`, and the way to work on them.
///
/// A merchant's own work runs under a role that row security holds to the rows of this merchant: what a query forgets
/// to ask for, the database does not show.
public final class Tables {
    /// What of the mall goes into a backup; somebody works here as soon as it was opened.
    public static final Annex ANNEX = new Annex("mall", "mall_history", "staff");

    private static final String SCHEMA = ANNEX.schema();
    private static final String HISTORY = ANNEX.history();
    private static final int ATTEMPTS = 8;

    private final DataSource source;
    private final MallClock clock;

    private Tables(DataSource source, MallClock clock) {
        this.source = source;
        this.clock = clock;
    }

    /// Brings the tables to their newest form and opens them.
    ///
    /// @param source a pool of connections
    /// @throws MallUnavailable where the database does not answer
    public static Tables open(DataSource source, MallClock clock) {
        try {
            flyway(source).migrate();
        } catch (FlywayException e) {
            throw new MallUnavailable("tables must be brought up to date: schema=" + SCHEMA, e);
        }
        var tables = new Tables(source, clock);
        clock.keepIn(tables);
        return tables;
    }

    /// Opens the tables as they are, and changes nothing; nothing where there are none.
    ///
    /// @throws MallUnavailable where the database does not answer, or the tables are of another version
    public static Optional<Tables> visit(DataSource source, MallClock clock) {
        try {
            var info = flyway(source).info();
            if (info.current() == null) {
                return Optional.empty();
            }
            if (info.pending().length > 0 || info.current().getState() == MigrationState.FUTURE_SUCCESS) {
                throw new MallUnavailable(
                        "tables must be of this program's version: found="
                                + info.current().getVersion(),
                        new IllegalStateException());
            }
        } catch (FlywayException e) {
            throw new MallUnavailable("tables must be readable: schema=" + SCHEMA, e);
        }
        var tables = new Tables(source, clock);
        clock.keepIn(tables);
        return Optional.of(tables);
    }

    private static Flyway flyway(DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .table(HISTORY)
                .locations("classpath:db/migration/mall")
                .load();
    }

    /// Works in one transaction and answers what the work answers; a collision with others is tried again.
    ///
    /// Whatever the work throws, nothing of it stands.
    public <T> T work(Function<Transaction, T> work) {
        return attempt(work);
    }

    /// As [#work], for work that answers nothing.
    public void run(Consumer<Transaction> work) {
        work(transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    /// Answers one query outside of any transaction: a single way to the database and back. Nothing is
    /// locked or changed by it.
    public <T> T read(Function<Transaction, T> query) {
        try (Connection connection = source.getConnection()) {
            return query.apply(new Transaction(connection, clock.instant()));
        } catch (SQLException e) {
            throw new MallUnavailable("the database must answer: found=" + e.getMessage(), e);
        }
    }

    /// Works as one merchant: row security shows and lets change only what is this merchant's.
    public <T> T workAs(long merchant, Function<Transaction, T> work) {
        return attempt(transaction -> {
            transaction.send("set local role hongli_merchant");
            transaction.send("select set_config('hongli.merchant', ?, true)", Long.toString(merchant));
            return work.apply(transaction);
        });
    }

    private <T> T attempt(Function<Transaction, T> work) {
        Done<T> done = standing(work);
        // It stands: what fails from here on is no reason to do it again.
        done.afterwards().forEach(Runnable::run);
        return done.answer();
    }

    /// What work has answered that stands, and what is to happen now.
    private record Done<T>(T answer, List<Runnable> afterwards) {}

    private <T> Done<T> standing(Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (StatementFailed e) {
                if (!e.isCollision() || attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (SQLException e) {
                throw new MallUnavailable("the database must answer: found=" + e.getMessage(), e);
            }
        }
    }

    private <T> Done<T> once(Function<Transaction, T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var transaction = new Transaction(connection, clock.instant());
                T answer = work.apply(transaction);
                transaction.commit();
                return new Done<>(answer, transaction.afterwards());
            } catch (SQLException | RuntimeException | Error e) {
                undo(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void undo(Connection connection, Throwable why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }
}
