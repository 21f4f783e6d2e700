package hongli.ledger.writer;

/// What a failure says of itself and of its cause, in one line.
final class Complaint {
    private Complaint() {}

    static String of(Throwable failure) {
        return failure.getCause() == null
                ? String.valueOf(failure.getMessage())
                : failure.getMessage() + ": " + failure.getCause();
    }
}
