package hongli.ledger;

import hongli.economy.command.OrderId;

/// The idempotency key of a command: whoever sends it again with the same content gets the same answer.
/// 1 to 128 bytes of UTF-8 without control characters or outer blanks, as identifiers are.
public record Key(String text) {
    public Key {
        var _ = new OrderId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
