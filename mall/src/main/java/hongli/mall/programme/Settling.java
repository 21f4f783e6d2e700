package hongli.mall.programme;

import hongli.mall.posting.Books;
import hongli.mall.table.Row;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When the books and the programme are told of an order.
///
/// The tables set the timer [#CHANGED] with every change that matters, in its transaction, whoever makes
/// it; what must be told is then found by looking at the order. An order is due when its return window has
/// passed, or at payment where the shop has chosen so.
public final class Settling {
    /// Something of the order has changed.
    static final String CHANGED = "programme.align";

    /// The order's return window has passed.
    static final String DUE = "programme.settle";

    private static final String ORDER = """
            select status not in ('unpaid', 'cancelled') as paid, completed_at, settled_at,
                coalesce((select (value #>> '{}')::bigint from mall.setting where name = 'return_days'), 7) as days,
                coalesce((select value #>> '{}' from mall.setting where name = 'settle_at'), 'return_window_passed')
                    as settle_at
            from mall.orders where id = ? for update
            """;

    private Settling() {}

    private record Times(
            boolean paid, @Nullable Instant completedAt, boolean settled, Duration window, ShopTerms.Moment settleAt) {}

    /// Says what is done when the timers become due.
    public static void register(Timers timers) {
        timers.whenTogether(CHANGED, Settling::look);
        timers.whenTogether(DUE, Settling::look);
    }

    /// Looks at an order, and tells books and programme what they do not know of it.
    static void look(Transaction work, long order) {
        Optional<Times> found = work.find(ORDER, Settling::times, order);
        Books.align(work, order);
        if (found.isEmpty() || !found.get().paid()) {
            return;
        }
        if (found.get().settled()) {
            Settlements.align(work, order);
            return;
        }
        due(work, found.get()).ifPresent(due -> {
            if (due.isAfter(work.now())) {
                Timers.put(work, DUE, order, due);
            } else {
                Settlements.settle(work, order);
            }
        });
    }

    private static Optional<Instant> due(Transaction work, Times times) {
        return switch (times.settleAt()) {
            case PAYMENT -> Optional.of(work.now());
            case RETURN_WINDOW_PASSED ->
                Optional.ofNullable(times.completedAt()).map(at -> at.plus(times.window()));
        };
    }

    private static Times times(Row row) throws SQLException {
        return new Times(
                row.flag("paid"),
                row.findTime("completed_at").orElse(null),
                row.findTime("settled_at").isPresent(),
                Duration.ofDays(row.number("days")),
                row.word("settle_at", ShopTerms.Moment.class));
    }
}
