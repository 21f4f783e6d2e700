package hongli.mall.timer;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The timers as operators look at them: what waits for its time, and what failed and is tried again.
public final class Jobs {
    private final Tables tables;

    Jobs(Tables tables) {
        this.tables = tables;
    }

    /// How a job stands.
    public enum State {
        /// Its time has not come, or it is about to be done.
        WAITING,
        /// It was tried, and failed.
        FAILED
    }

    /// Something that is to be done.
    ///
    /// @param kind what is done: `order.unpaid`
    /// @param subject of what: the number of an order, a payment, a day
    /// @param attempts how often it failed since it was last done
    /// @param failure what was wrong the last time; empty where nothing was
    public record Job(
            long id,
            String kind,
            long subject,
            Instant dueAt,
            int attempts,
            Optional<Instant> failedAt,
            String failure) {
        static Job of(Row row) throws SQLException {
            return new Job(
                    row.number("id"),
                    row.text("kind"),
                    row.number("subject"),
                    row.time("due_at"),
                    row.count("attempts"),
                    row.findTime("failed_at"),
                    row.text("failure"));
        }

        public State state() {
            return attempts == 0 ? State.WAITING : State.FAILED;
        }
    }

    /// Which jobs are shown; null where it does not matter.
    ///
    /// @param until those that are due by then
    public record Filter(
            @Nullable State state,
            @Nullable String kind,
            @Nullable Long subject,
            @Nullable Instant until) {}

    /// Jobs, the next that is due first where nothing else is asked for.
    public Page<Job> list(Actor actor, Filter filter, Listing.Wish wish) {
        actor.requireOperator(Permission.JOBS_READ);
        Map<String, String> sorts = new LinkedHashMap<>();
        sorts.put("due", "due_at timestamptz");
        sorts.put("attempts", "attempts bigint");
        return tables.work(work -> Listing.of("select t.* from mall.timer t")
                .whereGiven("(t.attempts > 0) = ?", filter.state() == null ? null : filter.state() == State.FAILED)
                .whereGiven("t.kind = ?", filter.kind())
                .whereGiven("t.subject = ?", filter.subject())
                .whereGiven("t.due_at <= ?", filter.until())
                .page(work, wish, sorts, Job::of));
    }

    /// Has a job that failed be tried again now.
    ///
    /// @throws hongli.mall.refusal.Refusal where it is not there, or waits for its time: that is not to be changed
    public Job hasten(Actor actor, long id) {
        Actor operator = actor.requireOperator(Permission.JOBS_CHANGE);
        return tables.work(work -> {
            Job before = locked(work, id);
            if (before.state() != State.FAILED) {
                throw General.CHANGED_MEANWHILE.with("job", id);
            }
            work.run("update mall.timer set due_at = ? where id = ?", work.now(), id);
            Trail.tell(
                    work,
                    operator,
                    "job.hastened",
                    new Trail.Subject("job", id),
                    new Trail.Change(
                            Map.of("kind", before.kind(), "due", before.dueAt().toString()),
                            Map.of("kind", before.kind(), "due", work.now().toString())));
            return locked(work, id);
        });
    }

    private static Job locked(Transaction work, long id) {
        return work.find("select * from mall.timer where id = ? for update", Job::of, id)
                .orElseThrow(General.NOT_FOUND::with);
    }
}
