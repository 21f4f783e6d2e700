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
/// to
/// ask for, the database does not show.
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
        return attempt(work, List.of());
    }

    /// As [#work], for work that answers nothing.
    public void run(Consumer<Transaction> work) {
        work(transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    /// Works as one merchant: row security shows and lets change only what is this merchant's.
    public <T> T workAs(long merchant, Function<Transaction, T> work) {
        return attempt(
                work, List.of("set local role hongli_merchant", "set local hongli.merchant = '" + merchant + "'"));
    }

    private <T> T attempt(Function<Transaction, T> work, List<String> before) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work, before);
            } catch (StatementFailed e) {
                if (!e.isCollision() || attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (SQLException e) {
                throw new MallUnavailable("the database must answer: found=" + e.getMessage(), e);
            }
        }
    }

    private <T> T once(Function<Transaction, T> work, List<String> before) throws SQLException {
        Transaction transaction;
        T answer;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (String each : before) {
                    statement.execute(each);
                }
                transaction = new Transaction(connection, clock.instant());
                answer = work.apply(transaction);
                connection.commit();
            } catch (SQLException | RuntimeException | Error e) {
                undo(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        transaction.afterwards().forEach(Runnable::run);
        return answer;
    }

    private static void undo(Connection connection, Throwable why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }
}
