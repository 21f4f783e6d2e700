package hongli.app.backtest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What happened, in order of time; at the same moment purchases first, then returns, then what falls due.
final class Timeline {
    private static final Comparator<Event> IN_ORDER =
            Comparator.comparing(Event::at).thenComparingInt(Event::rank);

    private Timeline() {}

    /// One thing that happened.
    sealed interface Event {
        Instant at();

        /// The place among events of the same moment.
        int rank();

        /// A member bought.
        record Bought(Purchase purchase) implements Event {
            @Override
            public Instant at() {
                return purchase.time();
            }

            @Override
            public int rank() {
                return 0;
            }
        }

        /// A member brought goods back.
        record CameBack(GoodsBack goods) implements Event {
            @Override
            public Instant at() {
                return goods.time();
            }

            @Override
            public int rank() {
                return 1;
            }
        }

        /// An order can no longer be returned.
        record Due(Purchase purchase, Instant at) implements Event {
            @Override
            public int rank() {
                return 2;
            }
        }
    }

    /// The events of `history`; orders fall due `settleAfter` days after they were made, by the calendar of `zone`.
    static List<Event> of(History history, ZoneId zone, int settleAfter) {
        List<Event> events = new ArrayList<>();
        for (Purchase purchase : history.purchases()) {
            events.add(new Event.Bought(purchase));
            events.add(new Event.Due(
                    purchase, purchase.time().atZone(zone).plusDays(settleAfter).toInstant()));
        }
        history.returns().forEach(goods -> events.add(new Event.CameBack(goods)));
        events.sort(IN_ORDER);
        return events;
    }
}
