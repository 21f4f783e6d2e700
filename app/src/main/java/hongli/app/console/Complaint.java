package hongli.app.console;

import org.jspecify.annotations.Nullable;

/// A reason to stop that the person at the keyboard can understand and act on: one sentence and an exit code.
public final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What was asked for cannot be asked for.
    public static final int MISUSE = 2;
    /// What was asked for did not succeed.
    public static final int FAILURE = 1;

    private final transient Text text;
    private final int exitCode;

    private Complaint(Text text, int exitCode, @Nullable Throwable cause) {
        super(text.en(), cause);
        this.text = text;
        this.exitCode = exitCode;
    }

    /// The arguments are wrong.
    public static Complaint misuse(String zh, String en) {
        return new Complaint(new Text(zh, en), MISUSE, null);
    }

    /// The arguments are right, but the world does not play along.
    public static Complaint failure(String zh, String en) {
        return new Complaint(new Text(zh, en), FAILURE, null);
    }

    /// As [#failure(String, String)], with what was thrown.
    public static Complaint failure(String zh, String en, Throwable cause) {
        return new Complaint(new Text(zh, en), FAILURE, cause);
    }

    public Text text() {
        return text;
    }

    public int exitCode() {
        return exitCode;
    }
}
