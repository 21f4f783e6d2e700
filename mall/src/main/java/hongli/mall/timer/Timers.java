package hongli.mall.timer;

import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjLongConsumer;

/// What becomes due later, kept in the tables: set in the transaction it belongs to, done once in one of its own.
public final class Timers {
    private static final String NEXT = """
            select id, kind, subject from mall.timer
            where due_at <= ? and kind = any (?) order by due_at, id limit 1 for update skip locked
            """;

    private static final String PUT_AFTER = """
            insert into mall.timer (kind, subject, due_at)
            select ?, ?, ?::timestamptz + make_interval(secs => (value #>> '{}')::bigint * ?::bigint)
            from mall.setting where name = ?
            on conflict (kind, subject) do update set due_at = excluded.due_at
            """;

    private final Tables tables;
    private final Map<String, ObjLongConsumer<Transaction>> deeds = new ConcurrentHashMap<>();

    private record Due(long id, String kind, long subject) {}

    public Timers(Tables tables) {
        this.tables = tables;
    }

    /// Says what is done when a timer of this kind becomes due, with its subject.
    public void when(String kind, ObjLongConsumer<Transaction> deed) {
        deeds.put(kind, deed);
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

    /// Does everything that is due now; how many there were.
    public int runDue() {
        int done = 0;
        while (!deeds.isEmpty() && tables.work(this::runNext)) {
            done++;
        }
        return done;
    }

    private boolean runNext(Transaction work) {
        Optional<Due> next = work.find(
                NEXT,
                row -> new Due(row.number("id"), row.text("kind"), row.number("subject")),
                work.now(),
                deeds.keySet());
        next.ifPresent(due -> {
            work.run("delete from mall.timer where id = ?", due.id());
            var deed = deeds.get(due.kind());
            if (deed != null) {
                deed.accept(work, due.subject());
            }
        });
        return next.isPresent();
    }
}
