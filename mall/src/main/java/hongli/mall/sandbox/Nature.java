package hongli.mall.sandbox;

import hongli.mall.table.MallUnavailable;
import hongli.mall.table.Transaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/// What a mall was begun as. It is kept with the mall, because a sandbox whose money turns real, or
/// real orders that can be paid without money, would be a calamity.
public enum Nature {
    /// Real money moves.
    EARNEST,
    /// No real money moves, and the clock may be set forward.
    SANDBOX,
    /// A sandbox that is being filled with a shop to look at; what is there is not whole.
    DEMO_BEGUN,
    /// A sandbox with a shop to look at.
    DEMO;

    private static final String KEPT = "select value #>> '{}' from mall.setting where name = 'nature'";
    private static final String USED = "select 'used' from mall.member limit 1";

    /// Whether no real money moves.
    public boolean isSandbox() {
        return this != EARNEST;
    }

    /// What the mall of this database was begun as; nothing where it was never opened, or there is none.
    ///
    /// @throws MallUnavailable where the database does not answer
    public static Optional<Nature> find(DataSource source) {
        return find(source, KEPT).map(word -> valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /// Whether the mall of this database has members.
    ///
    /// @throws MallUnavailable where the database does not answer
    public static boolean isUsed(DataSource source) {
        return find(source, USED).isPresent();
    }

    /// The first text that a query of the mall finds, where there is a mall. Its tables may be of any version.
    private static Optional<String> find(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean there =
                    first(statement, "select to_regclass('mall.setting')::text").isPresent();
            return there ? first(statement, sql) : Optional.empty();
        } catch (SQLException e) {
            throw new MallUnavailable("the database must answer: found=" + e.getMessage(), e);
        }
    }

    private static Optional<String> first(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
        }
    }

    /// What this mall was begun as.
    public static Nature read(Transaction work) {
        return work.find(
                        "select value #>> '{}' word from mall.setting where name = 'nature'",
                        row -> row.word("word", Nature.class))
                .orElse(EARNEST);
    }

    /// Keeps what this mall is from now on.
    public void keep(Transaction work) {
        work.run(
                "insert into mall.setting (name, value) values ('nature', to_jsonb(?::text))"
                        + " on conflict (name) do update set value = excluded.value",
                name().toLowerCase(Locale.ROOT));
    }
}
