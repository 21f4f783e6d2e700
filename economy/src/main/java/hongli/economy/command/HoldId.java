package hongli.economy.command;

/// The name of a hold within its programme: 1 to 128 bytes of UTF-8, no control characters.
public record HoldId(String text) {
    public HoldId {
        Id.require(text, "hold id");
    }

    @Override
    public String toString() {
        return text;
    }
}
