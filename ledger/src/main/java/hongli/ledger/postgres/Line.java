package hongli.ledger.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/// A connection that is cut off when a call on it lasts too long: neither a database that hangs nor a network that
/// swallows everything may make anybody wait for ever.
///
/// The driver's own limit covers the wait for an answer, but not a request that nobody takes away; hence somebody who
/// looks from outside. After the limit it is not known what became of the call.
final class Line implements AutoCloseable {
    private static final long IDLE = Long.MAX_VALUE;
    private static final int GLANCES = 8;

    private final Connection connection;
    private final Duration limit;
    private final Thread watch;
    private volatile long startedNanos = IDLE;

    private Line(Connection connection, Duration limit) {
        this.connection = connection;
        this.limit = limit;
        this.watch = Thread.ofVirtual().name("watch").start(this::look);
    }

    /// Opens a line that the database shows under `name`.
    static Line open(DataSource source, String name, Duration limit) throws SQLException {
        var line = new Line(source.getConnection(), limit);
        try {
            line.run("set application_name = '" + name + "'");
            return line;
        } catch (SQLException e) {
            line.abort();
            throw e;
        }
    }

    /// What is said on the line.
    interface Call<T> {
        T make() throws SQLException;
    }

    /// Makes the call, which fails where it lasts longer than the limit.
    <T> T within(Call<T> call) throws SQLException {
        startedNanos = System.nanoTime();
        try {
            return call.make();
        } finally {
            startedNanos = IDLE;
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    void run(String sql) throws SQLException {
        var _ = within(() -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /// The number in the first column of the only row; a truth is 1 or 0.
    long number(String sql) throws SQLException {
        return within(() -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private void look() {
        try {
            while (!isTooLong()) {
                Thread.sleep(limit.dividedBy(GLANCES));
            }
            abort();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isTooLong() {
        long started = startedNanos;
        return started != IDLE && System.nanoTime() - started > limit.toNanos();
    }

    /// Lets go of the connection at once, whatever is under way on it.
    void abort() {
        watch.interrupt();
        try {
            connection.abort(Runnable::run);
        } catch (SQLException _) {
            // It is gone already, which is all that was wanted.
        }
    }

    @Override
    public void close() throws SQLException {
        watch.interrupt();
        connection.close();
    }
}
