package hongli.ledger;

/// The journal cannot be read or written now.
public sealed class JournalUnavailable extends RuntimeException permits JournalTaken, JournalDamaged {
    private static final long serialVersionUID = 1;

    public JournalUnavailable(String message) {
        super(message);
    }

    public JournalUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
