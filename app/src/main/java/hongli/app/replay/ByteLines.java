package hongli.app.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The lines of a file as bytes, so that one line in a wrong encoding spoils that line alone.
final class ByteLines {
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /// @param in buffered; closing it is the caller's
    ByteLines(InputStream in) {
        this.in = in;
    }

    /// The next line without its line feed, or null after the last.
    byte @Nullable [] next() throws IOException {
        line.reset();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n') {
            line.write(b);
            b = in.read();
        }
        return line.toByteArray();
    }
}
