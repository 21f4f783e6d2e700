package hongli.ledger.postgres;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.SnapshotMark;
import hongli.ledger.journal.SnapshotSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;

/// Snapshots in the database, cut into parts so that none is too large for a column.
final class SnapshotTable {
    private static final int PART_BYTES = 1 << 22;
    private static final int KEPT = 2;

    /// A snapshot of many millions that goes takes long to go; a database that does not answer is given up in the end.
    private static final int KEEP_MILLIS = 600_000;

    private final DataSource source;

    SnapshotTable(DataSource source) {
        this.source = source;
    }

    /// Writes the parts and then the snapshot's own row in one transaction; older ones but the newest go.
    void keep(int programme, long position, SnapshotSource content) {
        try (Connection connection = source.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, KEEP_MILLIS);
            connection.setAutoCommit(false);
            try {
                write(connection, programme, position, content);
                connection.commit();
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException | IOException e) {
            throw new JournalUnavailable("snapshot must be kept: position=" + position, e);
        }
    }

    private static void write(Connection connection, int programme, long position, SnapshotSource content)
            throws SQLException, IOException {
        remove(connection, "position = ?", programme, position);
        Bytes digest;
        try (var out = new BufferedOutputStream(new Parts(connection, programme, position), PART_BYTES)) {
            digest = content.writeTo(out);
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into hongli.snapshot (programme, position, digest) values (?, ?, ?)")) {
            insert.setInt(1, programme);
            insert.setLong(2, position);
            insert.setBytes(3, digest.array());
            insert.executeUpdate();
        }
        remove(
                connection,
                "position not in (select n.position from hongli.snapshot n where n.programme = s.programme"
                        + " order by position desc limit ?)",
                programme,
                KEPT);
    }

    private static void remove(Connection connection, String which, int programme, long number) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from hongli.snapshot s where programme = ? and " + which)) {
            delete.setInt(1, programme);
            delete.setLong(2, number);
            delete.executeUpdate();
        }
    }

    InputStream open(SnapshotMark mark) {
        return new InputStream() {
            private byte[] data = new byte[0];
            private int next;
            private int part;

            @Override
            public int read() {
                return isAtEnd() ? -1 : data[next++] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (isAtEnd()) {
                    return -1;
                }
                int count = Math.min(length, data.length - next);
                System.arraycopy(data, next, into, offset, count);
                next += count;
                return count;
            }

            private boolean isAtEnd() {
                if (next == data.length) {
                    data = part(mark, part++);
                    next = 0;
                }
                return data.length == 0;
            }
        };
    }

    /// The bytes of one part, none after the last.
    private byte[] part(SnapshotMark mark, int part) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select data from hongli.snapshot_part where programme = ? and position = ? and part = ?")) {
            statement.setInt(1, mark.programme());
            statement.setLong(2, mark.position());
            statement.setInt(3, part);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        } catch (SQLException e) {
            throw Queries.unreadable("snapshot must be readable: position=" + mark.position(), e);
        }
    }

    /// Every write becomes a row.
    private static final class Parts extends OutputStream {
        private final Connection connection;
        private final int programme;
        private final long position;
        private int part;

        Parts(Connection connection, int programme, long position) {
            this.connection = connection;
            this.programme = programme;
            this.position = position;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into hongli.snapshot_part (programme, position, part, data) values (?, ?, ?, ?)")) {
                insert.setInt(1, programme);
                insert.setLong(2, position);
                insert.setInt(3, part++);
                insert.setBytes(4, Arrays.copyOfRange(bytes, offset, offset + length));
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IOException("part must be written: part=" + part, e);
            }
        }
    }
}
