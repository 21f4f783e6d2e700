package hongli.mall.login;

import hongli.mall.digest.Sha256;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// How often something may be tried before it must wait. A try is counted before it is made, in a transaction of its
/// own: many at once do not slip through, and what is refused afterwards stays counted.
public final class Patience {
    private static final String COUNT = """
        insert into mall.attempt as a (kind, subject, tries, until_at) values (?, ?, 1, ?)
        on conflict (kind, subject) do update set
            tries = case when a.until_at <= ? then 1 else a.tries + 1 end,
            until_at = case when a.until_at <= ? or a.tries + 1 = ? then excluded.until_at else a.until_at end
        returning tries, until_at
        """;
    private static final String SWEEP = """
        delete from mall.attempt where (kind, subject) in (
            select kind, subject from mall.attempt where until_at <= ? limit 20 for update skip locked)
        """;

    private final Tables tables;

    /// What is counted, how many tries there are, and how long it must wait that has used them up.
    public enum Sort {
        LOGIN(5, Duration.ofMinutes(15)),
        LOGIN_ADDRESS(50, Duration.ofMinutes(15)),
        SIGN_UP_ADDRESS(200, Duration.ofHours(1)),
        /// One code after the other, for one purpose and contact.
        PASSCODE_SOON(1, Duration.ofMinutes(1)),
        /// All codes for one contact.
        PASSCODE(10, Duration.ofDays(1)),
        PASSCODE_ADDRESS(50, Duration.ofHours(1));

        private final int most;
        private final Duration wait;

        Sort(int most, Duration wait) {
            this.most = most;
            this.wait = wait;
        }
    }

    private record Count(long tries, Instant until) {}

    public Patience(Tables tables) {
        this.tables = tables;
    }

    /// Counts a try.
    ///
    /// @param subject who or what tries; only its digest is kept
    /// @throws hongli.mall.refusal.Refusal where there were too many
    public void spend(Sort sort, String subject) {
        Instant[] now = new Instant[1];
        Count count = tables.work(work -> {
            now[0] = work.now();
            work.run(SWEEP, work.now());
            Instant until = work.now().plus(sort.wait);
            return work.one(COUNT, Patience::count, sort, Sha256.of(subject), until, work.now(), work.now(), sort.most);
        });
        if (count.tries() > sort.most) {
            long seconds = Math.max(1, Duration.between(now[0], count.until()).toSeconds());
            throw LoginGround.TOO_MANY_ATTEMPTS.with("seconds", seconds);
        }
    }

    private static Count count(Row row) throws SQLException {
        return new Count(row.number("tries"), row.time("until_at"));
    }

    /// Forgets all tries of this subject.
    static void forget(Transaction work, Sort sort, String subject) {
        work.run("delete from mall.attempt where kind = ? and subject = ?", sort, Sha256.of(subject));
    }

    /// Takes back one try of this subject, which was no guess.
    static void giveBack(Transaction work, Sort sort, String subject) {
        work.run(
                "update mall.attempt set tries = tries - 1 where kind = ? and subject = ? and tries > 0",
                sort,
                Sha256.of(subject));
    }
}
