package hongli.ledger.heart;

/// The server was killed while it was here.
final class Gone extends Error {
    private static final long serialVersionUID = 1;

    Gone() {
        super("the server is gone", null, false, false);
    }
}
