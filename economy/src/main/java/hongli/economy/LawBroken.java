package hongli.economy;

/// A law of section 7 does not hold: the programme must not go on. Always a fault of the engine or of its memory.
public final class LawBroken extends IllegalStateException {
    private static final long serialVersionUID = 1;

    LawBroken(String message) {
        super(message);
    }
}
