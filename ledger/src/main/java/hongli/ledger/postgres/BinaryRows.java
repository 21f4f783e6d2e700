package hongli.ledger.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows on their way into a table by `copy` in its binary form, which costs the database least.
///
/// The form is that of the PostgreSQL manual, `COPY`, "Binary Format": a signature, two empty words, then for every row
/// the number of its fields and each field with its length; all numbers have their highest byte first.
final class BinaryRows {
    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int PARCEL = 1 << 16;

    private final CopyIn copy;
    private byte[] bytes = new byte[2 * PARCEL];
    private int size;

    private BinaryRows(CopyIn copy) {
        this.copy = copy;
    }

    /// Who knows the rows.
    interface Source {
        void writeTo(BinaryRows rows) throws SQLException;
    }

    /// Copies into `target`, a table with its columns in parentheses.
    static void copy(Connection connection, String target, Source source) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy hongli." + target + " from stdin with (format binary)");
        try {
            var rows = new BinaryRows(copy);
            rows.put(HEAD);
            source.writeTo(rows);
            rows.putShort(-1);
            rows.send();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /// Begins a row of `fields` fields.
    void row(int fields) throws SQLException {
        if (size >= PARCEL) {
            send();
        }
        putShort(fields);
    }

    void add(int value) {
        putInt(Integer.BYTES);
        putInt(value);
    }

    void add(long value) {
        putInt(Long.BYTES);
        putInt((int) (value >> Integer.SIZE));
        putInt((int) value);
    }

    void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    void add(byte[] value) {
        putInt(value.length);
        put(value);
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes, 0, size);
        size = 0;
    }

    private void putShort(int value) {
        reserve(Short.BYTES);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void putInt(int value) {
        putShort(value >> Short.SIZE);
        putShort(value);
    }

    private void put(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
