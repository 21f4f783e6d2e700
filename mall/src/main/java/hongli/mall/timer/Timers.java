package hongli.mall.timer;

import hongli.mall.table.MallUnavailable;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjLongConsumer;

/// What becomes due later, kept in the tables: set in the transaction it belongs to, done once in one of its own.
///
/// A deed that fails keeps nobody waiting: nothing of it stands, its timer is moved on, later and later, with what was
/// wrong and how often it was tried, and those behind it have their turn. It is tried until it is done.
public final class Timers {
    private static final System.Logger LOG = System.getLogger(Timers.class.getName());
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int MOST_DOUBLED = 9;
    private static final int MOST_TOLD = 500;
    private static final int MOST_TOGETHER = 50;
    private static final String NEXT = """
            select id, kind, subject, attempts from mall.timer
            where due_at <= ? and kind = any (?) order by due_at, id limit 1 for update skip locked
            """;
    private static final String MANY = """
            with due as (
                select id, subject from mall.timer
                where due_at <= ? and kind = any (?) and attempts = 0 order by due_at, id limit ?
                for update skip locked)
            delete from mall.timer t using due where t.id = due.id returning t.id, t.kind, t.subject, t.attempts
            """;
    private static final String FAILED = """
            insert into mall.timer (kind, subject, due_at, attempts, failed_at, failure) values (?, ?, ?, ?, ?, ?)
            on conflict (kind, subject) do update set due_at = excluded.due_at, attempts = excluded.attempts,
                failed_at = excluded.failed_at, failure = excluded.failure
            """;

    private static final String PUT_AFTER = """
            insert into mall.timer (kind, subject, due_at)
            select ?, ?, ?::timestamptz + make_interval(secs => (value #>> '{}')::bigint * ?::bigint)
            from mall.setting where name = ?
            on conflict (kind, subject) do update set due_at = excluded.due_at
            """;

    private final Tables tables;
    private final Map<String, ObjLongConsumer<Transaction>> deeds = new ConcurrentHashMap<>();
    private final Set<String> together = ConcurrentHashMap.newKeySet();

    private record Due(long id, String kind, long subject, int attempts) {
        static Due of(Row row) throws SQLException {
            return new Due(row.number("id"), row.text("kind"), row.number("subject"), row.count("attempts"));
        }
    }

    private enum End {
        NOTHING_DUE,
        DONE,
        FAILED
    }

    public Timers(Tables tables) {
        this.tables = tables;
    }

    /// The timers as operators look at them.
    public Jobs jobs() {
        return new Jobs(tables);
    }

    /// Says what is done when a timer of this kind becomes due, with its subject.
    public void when(String kind, ObjLongConsumer<Transaction> deed) {
        deeds.put(kind, deed);
    }

    /// As [#when], for a deed that is all done within its transaction: many such share one, in the order of their
    /// subjects. Where one of them fails, nothing of any stands, and each has a transaction of its own.
    public void whenTogether(String kind, ObjLongConsumer<Transaction> deed) {
        when(kind, deed);
        together.add(kind);
    }

    /// Sets the timer of `kind` for `subject`, or moves it.
    public static void put(Transaction work, String kind, long subject, Instant due) {
        work.send(
                "insert into mall.timer (kind, subject, due_at) values (?, ?, ?)"
                        + " on conflict (kind, subject) do update set due_at = excluded.due_at",
                kind,
                subject,
                due);
    }

    /// Sets it for when as much time has passed as the shop has set under `setting`, counted in `unit`.
    public static void putAfter(Transaction work, String kind, long subject, String setting, ChronoUnit unit) {
        work.send(PUT_AFTER, kind, subject, work.now(), unit.getDuration().toSeconds(), setting);
    }

    /// Takes the timer away, if it is there.
    public static void drop(Transaction work, String kind, long subject) {
        work.send("delete from mall.timer where kind = ? and subject = ?", kind, subject);
    }

    /// Does everything that is due now; how many there were, those that failed not counted.
    ///
    /// @throws MallUnavailable where the database does not answer: then nothing is moved on
    public int runDue() {
        int done = 0;
        int many = together.isEmpty() ? 0 : runMany();
        while (many > 0) {
            done += many;
            many = runMany();
        }
        return done + runSingly();
    }

    /// How many were done in one transaction; none where one of them failed, or nothing is due.
    private int runMany() {
        try {
            return tables.work(work -> {
                List<Due> due = work.all(MANY, Due::of, work.now(), together, MOST_TOGETHER);
                due.stream()
                        .sorted(Comparator.comparingLong(Due::subject).thenComparing(Due::kind))
                        .forEach(each -> accept(work, each));
                return due.size();
            });
        } catch (MallUnavailable e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            LOG.log(Level.DEBUG, "timers are run one by one", e);
            return 0;
        }
    }

    private int runSingly() {
        int done = 0;
        End end = deeds.isEmpty() ? End.NOTHING_DUE : runNext();
        while (end != End.NOTHING_DUE) {
            done += end == End.DONE ? 1 : 0;
            end = runNext();
        }
        return done;
    }

    private End runNext() {
        var taken = new AtomicReference<Optional<Due>>(Optional.empty());
        try {
            return tables.work(work -> {
                taken.set(work.find(NEXT, Due::of, work.now(), deeds.keySet()));
                taken.get().ifPresent(due -> run(work, due));
                return taken.get().isPresent() ? End.DONE : End.NOTHING_DUE;
            });
        } catch (MallUnavailable e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            if (taken.get().isEmpty()) {
                throw e;
            }
            moveOn(taken.get().get(), e);
            return End.FAILED;
        }
    }

    private void run(Transaction work, Due due) {
        work.send("delete from mall.timer where id = ?", due.id());
        accept(work, due);
    }

    private void accept(Transaction work, Due due) {
        var deed = deeds.get(due.kind());
        if (deed != null) {
            deed.accept(work, due.subject());
        }
    }

    /// The deed's own transaction is undone; where it failed only in what was to happen afterwards, the timer is set
    /// anew.
    private void moveOn(Due due, Throwable why) {
        int attempts = due.attempts() + 1;
        LOG.log(
                Level.WARNING,
                "a timer's deed must succeed: kind=" + due.kind() + " subject=" + due.subject() + " attempts="
                        + attempts,
                why);
        tables.run(work -> work.run(
                FAILED, due.kind(), due.subject(), work.now().plus(delay(attempts)), attempts, work.now(), told(why)));
    }

    /// One minute after the first failure, twice as long after each further one, and never more than six hours.
    static Duration delay(int attempts) {
        Duration doubled = SHORTEST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLED));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    private static String told(Throwable why) {
        String text = (why.getClass().getSimpleName() + ": " + why.getMessage()).replace("\0", "");
        return text.length() <= MOST_TOLD ? text : text.substring(0, MOST_TOLD);
    }
}
