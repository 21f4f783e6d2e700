package hongli.ledger;

/// The journal belongs to another server now; whoever finds this may not write to it again and must stop.
public final class JournalTaken extends JournalUnavailable {
    private static final long serialVersionUID = 1;

    /// @param epoch the epoch in which the journal was one's own
    public JournalTaken(long epoch) {
        super("another server has taken the journal, so this one may not write any more: own epoch=" + epoch);
    }
}
