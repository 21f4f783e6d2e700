package hongli.app.serve;

import hongli.app.console.Complaint;
import hongli.ledger.JournalBroken;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.postgres.Claim;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.DatabaseUnavailable;
import hongli.ledger.postgres.PostgresJournal;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A ledger on its database: opened together, closed in the opposite order.
public final class Store implements AutoCloseable {
    private final Database database;
    private final Ledger ledger;

    private Store(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /// Starts the database of a data folder, and the ledger on it.
    public static Store embedded(Path folder, LedgerSettings settings) {
        return open(() -> Database.embedded(folder), Claim.standard(), settings);
    }

    /// Starts the ledger on somebody's PostgreSQL.
    public static Store remote(String url, Map<String, String> environment, LedgerSettings settings) {
        return remote(url, environment, Claim.standard(), settings);
    }

    /// The same, with as much patience or force as `claim` says towards another server that is there.
    public static Store remote(String url, Map<String, String> environment, Claim claim, LedgerSettings settings) {
        return open(() -> Database.at(url, environment), claim, settings);
    }

    private static Store open(Supplier<Database> maker, Claim claim, LedgerSettings settings) {
        @Nullable Database database = null;
        try {
            database = maker.get();
            return new Store(database, Ledger.start(PostgresJournal.open(database.connections(), claim), settings));
        } catch (DatabaseUnavailable | JournalUnavailable | JournalBroken e) {
            if (database != null) {
                database.close();
            }
            throw complaint(e);
        }
    }

    static Complaint complaint(RuntimeException e) {
        String said = String.valueOf(e.getMessage());
        return switch (e) {
            case JournalBroken _ ->
                Complaint.failure("账本已损坏，拒绝启动：" + said, "the journal does not hold together: " + said, e);
            case JournalUnavailable _ ->
                Complaint.failure("账本不可用（另一个红利可能正在使用它）：" + said, "the journal cannot be had: " + said, e);
            default -> Complaint.failure("数据库启动不了：" + said, "the database cannot be had: " + said, e);
        };
    }

    public Database database() {
        return database;
    }

    public Ledger ledger() {
        return ledger;
    }

    /// Lets the ledger finish what it took, then stops the database.
    @Override
    public void close() {
        try (database) {
            ledger.close();
        }
    }
}
