package hongli.ledger;

/// The journal does not hold together: a link of its chain or a replayed outcome differs from what is written there.
public final class JournalBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final long position;

    /// @param what what must hold
    /// @param position where it does not
    public JournalBroken(String what, ProgrammeId programme, long position) {
        super(what + ": programme=" + programme + ", position=" + position);
        this.what = what;
        this.position = position;
    }

    /// What must hold and does not.
    public String what() {
        return what;
    }

    /// The first position where it does not.
    public long position() {
        return position;
    }
}
