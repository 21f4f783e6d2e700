package hongli.mall.table;

/// The tables of the mall cannot be read or written now; nothing of the transaction stands, or it is not known.
public final class MallUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MallUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
