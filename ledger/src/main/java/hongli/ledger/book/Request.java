package hongli.ledger.book;

import hongli.economy.command.Command;
import hongli.ledger.wire.Slip;

/// A submission made ready for the writer: its bytes and their prints are worked out by whoever submits.
public record Request(Slip slip, Print key, Print content) {
    public Command command() {
        return slip.command();
    }
}
