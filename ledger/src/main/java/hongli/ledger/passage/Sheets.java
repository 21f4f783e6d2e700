package hongli.ledger.passage;

import java.io.IOException;
import java.io.OutputStream;

/// Where the files of an export go, one after the other.
public interface Sheets {
    /// Begins the file that is called `name`; closing what is answered ends it.
    OutputStream begin(String name) throws IOException;
}
