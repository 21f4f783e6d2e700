package hongli.economy.command;

/// The name of a order within its programme: 1 to 128 bytes of UTF-8, no control characters.
public record OrderId(String text) {
    public OrderId {
        Id.require(text, "order id");
    }

    @Override
    public String toString() {
        return text;
    }
}
