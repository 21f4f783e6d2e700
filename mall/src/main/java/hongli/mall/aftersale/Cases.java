package hongli.mall.aftersale;

import hongli.mall.access.Actor;
import hongli.mall.aftersale.Case.Status;
import hongli.mall.refusal.General;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The table of cases: found with a lock, and led from step to step, each step logged.
final class Cases {
    static final String TIMER = "after_sale";

    private Cases() {}

    /// One step of a case.
    ///
    /// @param due how long until the case goes on by itself; nothing where it waits for somebody
    record Step(Status to, Optional<Duration> due, String note) {
        static Step waiting(Status to, Duration due, String note) {
            return new Step(to, Optional.of(due), note);
        }

        static Step last(Status to, String note) {
            return new Step(to, Optional.empty(), note);
        }
    }

    static Case locked(Transaction work, long id) {
        return work.find("select * from mall.after_sale where id = ? for update", Case::of, id)
                .orElseThrow(General.NOT_FOUND::with);
    }

    /// The case as its asker saw it, if it may take a step from where it stands.
    static Case locked(Transaction work, Seen seen, Set<Status> from) {
        Case found = locked(work, seen.id());
        if (found.version() != seen.version()) {
            throw General.CHANGED_MEANWHILE.with("version", found.version());
        }
        if (!from.contains(found.status())) {
            throw AfterSaleGround.AFTER_SALE_STATUS_DIFFERS.with("status", word(found.status()));
        }
        return found;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static Case step(Transaction work, Actor by, Case found, Step step) {
        Optional<Instant> due = step.due().map(work.now()::plus);
        work.run(
                "update mall.after_sale set status = ?, due_at = ?, version = version + 1 where id = ?",
                step.to(),
                due.orElse(null),
                found.id());
        log(work, by, found, step);
        if (due.isPresent()) {
            Timers.put(work, TIMER, found.id(), due.get());
        } else {
            Timers.drop(work, TIMER, found.id());
        }
        return work.one("select * from mall.after_sale where id = ?", Case::of, found.id());
    }

    private static void log(Transaction work, Actor by, Case found, Step step) {
        work.run(
                "insert into mall.after_sale_event (after_sale, merchant, at, actor, before, after, note)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                found.id(),
                found.merchant(),
                work.now(),
                by.label(),
                found.status(),
                step.to(),
                step.note());
    }

    static Duration days(Transaction work, String setting) {
        return Duration.ofDays(
                work.number("select (value #>> '{}')::bigint number from mall.setting where name = ?", setting));
    }
}
