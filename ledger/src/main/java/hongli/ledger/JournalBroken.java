package hongli.ledger;

/// The journal does not hold together: a link of its chain or a replayed outcome differs from what is written there.
public final class JournalBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public JournalBroken(String message) {
        super(message);
    }
}
