package hongli.ledger.postgres;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Where the journal is kept: in a PostgreSQL of our own, or on a server that somebody else runs.
public sealed interface Database extends AutoCloseable {
    /// The oldest server that flushes its log on request, which group commit relies on.
    int OLDEST_SERVER = 170_000;

    /// How long it may take to be let in.
    int CONNECT_SECONDS = 10;

    /// Makes connections, each a new one: whoever wants a pool puts it before this.
    DataSource connections();

    /// Where it is, for people to read; without the password.
    String place();

    @Override
    void close();

    /// Starts the database of a data folder.
    ///
    /// @throws DatabaseUnavailable where it cannot be started, saying why
    static Embedded embedded(Path folder) {
        return new Embedded(EmbeddedPostgres.start(folder));
    }

    /// A source whose connections are made soon or not at all, and whose dead ones are noticed.
    private static PGSimpleDataSource source(String url) {
        var source = new PGSimpleDataSource();
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setURL(url);
        return source;
    }

    /// The server at a JDBC address. User and password stand in the address, or else in the environment as
    /// `HONGLI_DATABASE_USER` and `HONGLI_DATABASE_PASSWORD`.
    ///
    /// @throws DatabaseUnavailable where it cannot be reached or is older than PostgreSQL 17
    static Remote at(String url, Map<String, String> environment) {
        PGSimpleDataSource source;
        try {
            source = source(url);
        } catch (IllegalArgumentException e) {
            throw new DatabaseUnavailable("the address must look like jdbc:postgresql://host:5432/database", e);
        }
        if (source.getUser() == null) {
            source.setUser(environment.get("HONGLI_DATABASE_USER"));
        }
        if (source.getPassword() == null) {
            source.setPassword(environment.get("HONGLI_DATABASE_PASSWORD"));
        }
        var remote = new Remote(source);
        remote.check();
        return remote;
    }

    /// A PostgreSQL of our own; closing this stops it.
    final class Embedded implements Database {
        private final EmbeddedPostgres postgres;

        private Embedded(EmbeddedPostgres postgres) {
            this.postgres = postgres;
        }

        public EmbeddedPostgres postgres() {
            return postgres;
        }

        @Override
        public DataSource connections() {
            var source = Database.source(postgres.url());
            source.setUser(postgres.user());
            source.setPassword(postgres.password());
            return source;
        }

        @Override
        public String place() {
            return postgres.folder().toString();
        }

        @Override
        public void close() {
            postgres.close();
        }
    }

    /// A server that somebody else runs; closing this leaves it alone.
    final class Remote implements Database {
        private final PGSimpleDataSource source;

        private Remote(PGSimpleDataSource source) {
            this.source = source;
        }

        private void check() {
            try (var connection = source.getConnection();
                    var statement = connection.createStatement();
                    var version = statement.executeQuery("select current_setting('server_version_num')::int")) {
                version.next();
                if (version.getInt(1) < OLDEST_SERVER) {
                    throw new DatabaseUnavailable("the server must be PostgreSQL 17 or newer: place=" + place()
                            + ", version=" + version.getInt(1));
                }
            } catch (SQLException e) {
                throw new DatabaseUnavailable(
                        "the database must be reachable: place=" + place() + ", user=" + source.getUser() + ", found="
                                + e.getMessage(),
                        e);
            }
        }

        @Override
        public DataSource connections() {
            return source;
        }

        @Override
        public String place() {
            return source.getServerNames()[0] + ":" + source.getPortNumbers()[0] + "/" + source.getDatabaseName();
        }

        @Override
        public void close() {}
    }
}
