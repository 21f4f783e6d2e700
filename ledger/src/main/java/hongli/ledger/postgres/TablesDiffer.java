package hongli.ledger.postgres;

/// The tables of a database are not those that this program knows.
public final class TablesDiffer extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int found;
    private final int known;

    TablesDiffer(int found, int known) {
        super("tables must be of this program's version: found=" + found + ", known=" + known);
        this.found = found;
        this.known = known;
    }

    /// Whether a newer program has made them; else an older one has, or none yet.
    public boolean isNewer() {
        return found > known;
    }
}
