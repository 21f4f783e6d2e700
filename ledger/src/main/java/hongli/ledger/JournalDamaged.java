package hongli.ledger;

/// The database holds the journal but finds that a page of it is damaged; it says which.
public final class JournalDamaged extends JournalUnavailable {
    private static final long serialVersionUID = 1;

    public JournalDamaged(String message, Throwable cause) {
        super(message, cause);
    }
}
