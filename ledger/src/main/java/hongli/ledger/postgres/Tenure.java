package hongli.ledger.postgres;

import hongli.ledger.JournalTaken;
import hongli.ledger.JournalUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/// A server's right to write to the journal: an advisory lock that its session holds, and the epoch it began.
///
/// The lock keeps a second server out as long as the first one's session lives. It is no proof for the first one: a
/// server that was paused, or cut off, may have lost its session long ago without knowing. So whoever takes the journal
/// raises the epoch, durably, before anything else; and every statement that writes reads the epoch's row under a share
/// lock ([#MINE]), in its own transaction, and writes nothing where the number is not its own. Raising the epoch waits
/// for writes that hold the row, and writes that come later find another number. Between two servers there is thus a
/// point in the log: before it only the first one wrote, behind it only the second.
///
/// The idea is the fencing token of M. Kleppmann ("How to do distributed locking", 2016), kept where it is checked.
///
/// @param epoch the number that was raised when this tenure began
/// @param session the database's number for the session that holds the lock
record Tenure(long epoch, int session) {
    /// The first part of every writing statement: one row where the epoch, its first parameter, is the present one.
    static final String MINE = "with mine as (select number from hongli.epoch where number = ? for share)\n";

    /// The lock's number: the letters of `hongli` in ASCII.
    private static final long LOCK = 0x686F6E676C69L;

    private static final long LOCK_PAUSE_MILLIS = 100;
    private static final String HOLDERS = "from pg_locks where locktype = 'advisory' and granted and objsubid = 1"
            + " and database = (select oid from pg_database where datname = current_database())"
            + " and classid = " + (LOCK >>> 32) + " and objid = " + (LOCK & 0xFFFF_FFFFL);

    /// Begins a new tenure on `line`, the tables being brought up to date as soon as the lock is held.
    ///
    /// @throws JournalUnavailable where another server holds the journal and is not to be ended
    static Tenure begin(Line line, DataSource source, Claim claim) throws SQLException {
        if (!isLocked(line, claim.patience())) {
            if (!claim.takingOver()) {
                throw new JournalUnavailable("another server must not write to this database: it holds the journal,"
                        + " and its session is alive; where it does not react, serve --take-over puts it out");
            }
            raise(line); // first, so that the other one, when it comes back, is too late
            end(line, HOLDERS);
            requireLock(line, claim.patience());
        }
        Tables.migrate(source);
        return new Tenure(raise(line), session(line));
    }

    /// Goes on with this tenure in another session, the former one being ended where the database still keeps it.
    ///
    /// @throws JournalTaken where another server has begun one since
    Tenure resume(Line line, Duration patience) throws SQLException {
        requireOwn(line);
        end(line, HOLDERS + " and pid = " + session);
        requireLock(line, patience);
        requireOwn(line);
        return new Tenure(epoch, session(line));
    }

    private void requireOwn(Line line) throws SQLException {
        requireOwn(line.number("select number from hongli.epoch"));
    }

    /// @throws JournalTaken where the epoch is another one by now
    void requireOwn(long present) {
        if (present != epoch) {
            throw new JournalTaken(epoch);
        }
    }

    /// What a writing statement says of its rows: as many as were meant, or none because the epoch is over.
    void requireWritten(long written, long meant) {
        if (written != meant) {
            throw new JournalTaken(epoch);
        }
    }

    private static long raise(Line line) throws SQLException {
        return line.number("update hongli.epoch set number = number + 1 returning number");
    }

    private static int session(Line line) throws SQLException {
        return (int) line.number("select pg_backend_pid()");
    }

    private static void end(Line line, String which) throws SQLException {
        line.run("select pg_terminate_backend(pid) " + which);
    }

    private static void requireLock(Line line, Duration patience) throws SQLException {
        if (!isLocked(line, patience)) {
            throw new JournalUnavailable("journal must be free: another session still holds it");
        }
    }

    private static boolean isLocked(Line line, Duration patience) throws SQLException {
        long giveUpNanos = System.nanoTime() + patience.toNanos();
        while (line.number("select pg_try_advisory_lock(" + LOCK + ")::int") == 0) {
            if (System.nanoTime() > giveUpNanos) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(LOCK_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailable("journal must be locked before the thread is stopped", e);
        }
    }
}
