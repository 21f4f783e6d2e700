package hongli.mall.delivery;

import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Top-ups that were paid, handed to the provider until it says that they are done.
public final class TopUps {
    private static final System.Logger LOG = System.getLogger(TopUps.class.getName());
    private static final String TIMER = "delivery.top_up";
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Tables tables;
    private final Provider provider;

    public TopUps(Tables tables, Provider provider) {
        this.tables = tables;
        this.provider = provider;
    }

    /// Who loads phones and meters.
    @FunctionalInterface
    public interface Provider {
        /// Loads, or tells how it stands; the same key again loads nothing more. One that does not answer throws.
        Answer topUp(Order order);
    }

    /// What is to be loaded.
    ///
    /// @param key used once for good
    /// @param target the phone or the meter
    public record Order(String key, String target, long variant, long quantity) {}

    /// How it stands.
    public enum Answer {
        DONE,
        WAITING,
        FAILED
    }

    private record Line(long id, long order, String target, long variant, long quantity, String status) {}

    void register(Timers timers, LongConsumer ended) {
        timers.when(
                TIMER,
                (work, line) -> find(work, line)
                        .filter(found -> found.status().equals("waiting"))
                        .ifPresent(found -> {
                            Timers.put(work, TIMER, line, work.now().plus(AGAIN));
                            work.afterwards(() -> push(found, ended));
                        }));
    }

    void issue(Transaction work, long order) {
        work.run(
                "insert into mall.top_up (order_id, line, merchant, account, status, asked_at)"
                        + " select order_id, id, merchant, target, 'waiting', ? from mall.order_line"
                        + " where order_id = ? and kind = 'top_up' and refunded_quantity = 0 on conflict do nothing",
                work.now(),
                order);
        work.all("select line from mall.top_up where order_id = ?", row -> row.number("line"), order)
                .forEach(line -> Timers.put(work, TIMER, line, work.now()));
    }

    private static Optional<Line> find(Transaction work, long line) {
        return work.find(
                "select t.line, t.order_id, t.account, l.variant, l.quantity, t.status"
                        + " from mall.top_up t join mall.order_line l on l.id = t.line where t.line = ?",
                row -> new Line(
                        row.number("line"),
                        row.number("order_id"),
                        row.text("account"),
                        row.number("variant"),
                        row.number("quantity"),
                        row.text("status")),
                line);
    }

    private void push(Line line, LongConsumer ended) {
        Answer answer;
        try {
            answer = provider.topUp(new Order("top-up-" + line.id(), line.target(), line.variant(), line.quantity()));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "top-up waits: line=" + line.id(), e);
            return;
        }
        if (answer != Answer.WAITING) {
            tables.run(work -> {
                work.run("update mall.top_up set status = ? where line = ? and status = 'waiting'", answer, line.id());
                Timers.drop(work, TIMER, line.id());
            });
            ended.accept(line.order());
        }
    }
}
