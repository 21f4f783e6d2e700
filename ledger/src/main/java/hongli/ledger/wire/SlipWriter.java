package hongli.ledger.wire;

import hongli.economy.command.Command;
import hongli.ledger.journal.Bytes;

/// Writes slips, one after the other. One thread at a time.
public final class SlipWriter {
    private final ByteWriter out = new ByteWriter();

    public Slip slip(String key, Command command) {
        out.clear();
        boolean hasOwnKey = !key.equals(CommandBytes.name(command));
        if (hasOwnKey) {
            out.writeText(key);
        }
        int commandAt = out.size();
        CommandBytes.write(command, out);
        return new Slip(command, hasOwnKey, Bytes.of(out.toBytes()), commandAt);
    }
}
