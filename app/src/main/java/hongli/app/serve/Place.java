package hongli.app.serve;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.TablesDiffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which database a command works on: that of a data folder, or one on somebody's server.
public final class Place {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "place.data")
    private @Nullable Path data;

    @Option(names = "--database-url", paramLabel = "JDBC", descriptionKey = "place.databaseUrl")
    private @Nullable String databaseUrl;

    /// The data folder, or null where it is somebody's server.
    public @Nullable Path folder(Console console) {
        if (data != null && databaseUrl != null) {
            throw Complaint.misuse("--data 与 --database-url 只能给一个", "--data and --database-url exclude each other");
        }
        if (databaseUrl != null) {
            return null;
        }
        return data != null ? data.toAbsolutePath().normalize() : DataFolder.usual(console.environment());
    }

    /// The database, whether a server runs on it or not.
    ///
    /// @throws hongli.ledger.postgres.DatabaseUnavailable where there is none
    public Database visit(Console console) {
        Path folder = folder(console);
        return folder == null ? remote(console) : Database.visit(folder);
    }

    /// The database for this process alone; made where there is none.
    ///
    /// @throws hongli.ledger.postgres.DatabaseUnavailable where it cannot be had
    public Database take(Console console) {
        Path folder = folder(console);
        return folder == null ? remote(console) : Database.embedded(folder);
    }

    private Database remote(Console console) {
        return Database.at(String.valueOf(databaseUrl), console.environment());
    }

    /// What is wrong with the database or its journal, for people to read.
    public static Complaint complaint(RuntimeException e) {
        return e instanceof TablesDiffer differs ? differs(differs) : Store.complaint(e);
    }

    private static Complaint differs(TablesDiffer e) {
        return e.isNewer()
                ? Complaint.failure(
                        "数据是更新版本的红利写的，请用那个版本：" + e.getMessage(),
                        "a newer Hongli wrote these data, use that one: " + e.getMessage(),
                        e)
                : Complaint.failure(
                        "数据还没有升级到这个版本，请先用这个版本 serve 一次，或用原来的版本：" + e.getMessage(),
                        "these data are not of this version yet: serve them once with this version, or use"
                                + " the version they are of: " + e.getMessage(),
                        e);
    }
}
