package hongli.mall.topup;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.merchant.Seller;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Top-ups that were paid for: asked of the provider until it has answered, and told to whoever waits for them.
///
/// A top-up begins in the transaction that takes the order as paid. The provider is asked when that stands, never
/// within a transaction; what it answers is written in another. A crash between the two asks again under the same
/// reference, which credits once.
public final class TopUps {
    private static final String TIMER = "top_up";
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Map<String, String> SORTS = Map.of("id", "id bigint");
    private static final String SELECT =
            "select t.id, t.line, t.merchant, t.account, t.amount_fen, t.reference, t.status, t.trade, t.reason"
                    + " from mall.top_up t";

    private final Tables tables;
    private final TopUpProvider provider;
    private final Ended ended;

    /// Opens the room.
    ///
    /// @param ended is told of every top-up that ended, within the transaction that says so
    public TopUps(Tables tables, Timers timers, TopUpProvider provider, Ended ended) {
        this.tables = tables;
        this.provider = provider;
        this.ended = ended;
        timers.when(TIMER, (work, id) -> {
            Timers.put(work, TIMER, id, work.now().plus(AGAIN));
            work.afterwards(() -> ask(id));
        });
    }

    /// How far a top-up is.
    public enum Status {
        STARTED,
        DONE,
        FAILED
    }

    /// Hears that a top-up of a line ended.
    public interface Ended {
        void tell(Transaction work, long line, boolean credited);
    }

    /// A top-up.
    ///
    /// @param trade the provider's name for it, or null
    /// @param reason why it failed, or null
    public record TopUp(
            long id,
            long line,
            long merchant,
            String account,
            Money amount,
            String reference,
            Status status,
            @Nullable String trade,
            @Nullable String reason) {}

    /// What was paid for.
    public record Paid(long line, long merchant, String account, Money amount) {}

    /// Begins a top-up, once for a line; the provider is asked when the next timers run.
    public static void start(Transaction work, Paid paid) {
        if (work.run(
                        "insert into mall.top_up (line, merchant, account, amount_fen, reference, status, started_at)"
                                + " values (?, ?, ?, ?, ?, 'started', ?) on conflict (line) do nothing",
                        paid.line(),
                        paid.merchant(),
                        paid.account(),
                        paid.amount(),
                        "topup-" + paid.line(),
                        work.now())
                == 1) {
            long id = work.number("select id number from mall.top_up where line = ?", paid.line());
            Timers.put(work, TIMER, id, work.now());
        }
    }

    private void ask(long id) {
        Optional<TopUp> waiting =
                tables.work(work -> work.find(SELECT + " where t.id = ? and t.status = 'started'", TopUps::read, id));
        waiting.ifPresent(topUp -> note(
                topUp, provider.credit(new TopUpProvider.Wish(topUp.reference(), topUp.account(), topUp.amount()))));
    }

    private void note(TopUp topUp, TopUpProvider.Outcome outcome) {
        switch (outcome) {
            case TopUpProvider.Outcome.Credited(String trade) -> end(topUp, Status.DONE, trade, null);
            case TopUpProvider.Outcome.Declined(String reason) -> end(topUp, Status.FAILED, null, reason);
            case TopUpProvider.Outcome.Pending _ -> {
                // The timer asks again.
            }
        }
    }

    private void end(TopUp topUp, Status status, @Nullable String trade, @Nullable String reason) {
        tables.run(work -> {
            int ending = work.run(
                    "update mall.top_up set status = ?, trade = ?, reason = ?, ended_at = ?"
                            + " where id = ? and status = 'started'",
                    status,
                    trade,
                    reason,
                    work.now(),
                    topUp.id());
            Timers.drop(work, TIMER, topUp.id());
            if (ending == 1) {
                ended.tell(work, topUp.line(), status == Status.DONE);
            }
        });
    }

    /// The top-ups of the caller's merchant.
    public Page<TopUp> page(Actor actor, @Nullable Status status, Listing.Wish wish) {
        Seller seller = Seller.of(tables, actor, Permission.ORDERS_READ);
        return seller.work(
                tables,
                work -> Listing.of(SELECT)
                        .where("t.merchant = ?", seller.merchant())
                        .whereGiven("t.status = ?", status)
                        .page(work, wish.orBy("-id"), SORTS, TopUps::read));
    }

    private static TopUp read(Row row) throws SQLException {
        return new TopUp(
                row.number("id"),
                row.number("line"),
                row.number("merchant"),
                row.text("account"),
                row.money("amount_fen"),
                row.text("reference"),
                row.word("status", Status.class),
                row.findText("trade").orElse(null),
                row.findText("reason").orElse(null));
    }
}
