package hongli.ledger.journal;

import java.io.IOException;
import java.io.OutputStream;

/// Something that can be written as a snapshot.
public interface SnapshotSource {
    /// Writes all bytes and answers their SHA-256.
    Bytes writeTo(OutputStream out) throws IOException;
}
