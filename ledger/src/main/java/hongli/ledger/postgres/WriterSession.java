package hongli.ledger.postgres;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Chain;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Folio;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// The one session that may append to the journal, as long as its [Tenure] lasts.
///
/// Commits here do not wait for the disk; the flusher's session does that for many of them at once.
final class WriterSession implements AutoCloseable {
    private static final String APPEND = Tenure.MINE + """
            insert into hongli.journal (programme, first, count, content, hash)
            select folio.* from mine, unnest(?::integer[], ?::bigint[], ?::integer[], ?::bytea[], ?::bytea[]) folio
            """;
    private static final String OPEN = Tenure.MINE + """
            insert into hongli.programme (number, id, name, terms, opened_at_micros, hash)
            select (select coalesce(max(number), 0) + 1 from hongli.programme), ?, ?, ?, ?, ? from mine
            returning number
            """;

    private final Line line;
    private final Tenure tenure;
    private final PreparedStatement append;

    private WriterSession(Line line, Tenure tenure) throws SQLException {
        this.line = line;
        this.tenure = tenure;
        line.run("set synchronous_commit = off"); // not before the epoch is on the disk
        this.append = line.prepare(APPEND);
    }

    /// Takes the journal in hand, with its tables up to date.
    static WriterSession begin(DataSource source, Claim claim) {
        return open(source, claim, line -> Tenure.begin(line, source, claim));
    }

    /// The same right to write in a new session, after this one was let go of.
    ///
    /// @throws hongli.ledger.JournalTaken where another server has taken the journal meanwhile
    WriterSession renewed(DataSource source, Claim claim) {
        return open(source, claim, line -> tenure.resume(line, claim.patience()));
    }

    /// Comes by the right to write.
    private interface Taking {
        Tenure on(Line line) throws SQLException;
    }

    private static WriterSession open(DataSource source, Claim claim, Taking taking) {
        try {
            Line line = Line.open(source, "hongli writer", claim.limit());
            try {
                return new WriterSession(line, taking.on(line));
            } catch (SQLException | RuntimeException e) {
                line.abort();
                throw e;
            }
        } catch (SQLException e) {
            throw new JournalUnavailable("writer's session must begin", e);
        }
    }

    Tenure tenure() {
        return tenure;
    }

    void append(List<Folio> folios) throws SQLException {
        var columns = new Columns(folios);
        append.setLong(1, tenure.epoch());
        append.setObject(2, columns.programmes);
        append.setObject(3, columns.firsts);
        append.setObject(4, columns.counts);
        append.setObject(5, columns.contents);
        append.setObject(6, columns.hashes);
        tenure.requireWritten(line.within(append::executeUpdate), folios.size());
    }

    Charter open(ProgrammeId id, String name, String terms, long atMicros) throws SQLException {
        Bytes hash = new Chain().opening(id.text(), name, terms, atMicros);
        try (PreparedStatement statement = line.prepare(OPEN)) {
            statement.setLong(1, tenure.epoch());
            statement.setString(2, id.text());
            statement.setString(3, name);
            statement.setString(4, terms);
            statement.setLong(5, atMicros);
            statement.setBytes(6, hash.array());
            try (ResultSet row = line.within(statement::executeQuery)) {
                tenure.requireWritten(row.next() ? 1 : 0, 1);
                return new Charter(row.getInt(1), id, name, terms, atMicros, hash);
            }
        }
    }

    @Override
    public void close() {
        try {
            line.close();
        } catch (SQLException e) {
            throw new JournalUnavailable("writer's session must end", e);
        }
    }

    /// Lets go of the connection without waiting for what may be under way on it.
    void abort() {
        line.abort();
    }

    /// Folios turned on their side, as `unnest` wants them.
    private static final class Columns {
        final int[] programmes;
        final long[] firsts;
        final int[] counts;
        final byte[][] contents;
        final byte[][] hashes;

        Columns(List<Folio> folios) {
            int size = folios.size();
            programmes = new int[size];
            firsts = new long[size];
            counts = new int[size];
            contents = new byte[size][];
            hashes = new byte[size][];
            for (int i = 0; i < size; i++) {
                Folio folio = folios.get(i);
                programmes[i] = folio.programme();
                firsts[i] = folio.first();
                counts[i] = folio.count();
                contents[i] = folio.content().array();
                hashes[i] = folio.hash().array();
            }
        }
    }
}
