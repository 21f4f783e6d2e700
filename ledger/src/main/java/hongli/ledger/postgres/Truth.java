package hongli.ledger.postgres;

import java.util.Locale;

/// The tables that a backup carries; all others are derived from these, or belong to the database they lie in.
///
/// A snapshot is derived as well, but it spares the restored house a replay of everything: the newest comes along.
public enum Truth {
    PROGRAMME(""),
    JOURNAL(""),
    VOLUME(""),
    SNAPSHOT(Truth.NEWEST),
    SNAPSHOT_PART(Truth.NEWEST);

    private static final String NEWEST =
            "where (programme, position) in (select programme, max(position) from hongli.snapshot group by programme)";

    private final String which;

    Truth(String which) {
        this.which = which;
    }

    /// The table's name in the schema `hongli`.
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The rows that are carried, as a `where` clause or nothing.
    String which() {
        return which;
    }
}
