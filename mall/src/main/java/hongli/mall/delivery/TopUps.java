package hongli.mall.delivery;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import hongli.mall.trail.Trail;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Top-ups that were paid, handed to the provider until it says that they are done. One that fails is paid back.
public final class TopUps {
    /// The timer of lines whose top-up has failed: what was paid for them goes back.
    public static final String FAILED_TIMER = "delivery.top_up_failed";

    private static final System.Logger LOG = System.getLogger(TopUps.class.getName());
    private static final String TIMER = "delivery.top_up";
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final String KEY = "top-up-";
    private static final int MOST_TOLD = 500;
    private static final String COLUMNS = """
            select t.id, t.line, t.order_id, o.number, o.member, t.merchant, l.title, l.variant, t.account, l.quantity,
                t.status, t.told, t.asked_at
            from mall.top_up t join mall.order_line l on l.id = t.line join mall.orders o on o.id = t.order_id
            """;

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

    /// An order line that is a top-up, and how far it is.
    ///
    /// @param target the phone or the meter
    /// @param told what the provider said last, where it did not answer as it should
    public record TopUp(
            long id,
            long order,
            String number,
            long line,
            long member,
            long merchant,
            String title,
            long variant,
            String target,
            long quantity,
            Answer status,
            String told,
            Instant askedAt) {
        static TopUp of(Row row) throws SQLException {
            return new TopUp(
                    row.number("id"),
                    row.number("order_id"),
                    row.text("number"),
                    row.number("line"),
                    row.number("member"),
                    row.number("merchant"),
                    row.text("title"),
                    row.number("variant"),
                    row.text("account"),
                    row.number("quantity"),
                    row.word("status", Answer.class),
                    row.text("told"),
                    row.time("asked_at"));
        }

        Order asked() {
            return new Order(KEY + line, target, variant, quantity);
        }
    }

    void register(Timers timers, LongConsumer ended) {
        timers.when(
                TIMER,
                (work, line) -> find(work, "t.line = ?", line)
                        .filter(found -> found.status() == Answer.WAITING)
                        .ifPresent(found -> {
                            Timers.put(work, TIMER, line, work.now().plus(AGAIN));
                            work.afterwards(() -> {
                                if (push(found)) {
                                    ended.accept(found.order());
                                }
                            });
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

    private static Optional<TopUp> find(Transaction work, String condition, long value) {
        return work.find(COLUMNS + " where " + condition, TopUp::of, value);
    }

    /// Asks the provider; whether it has ended.
    private boolean push(TopUp found) {
        Answer answer;
        try {
            answer = provider.topUp(found.asked());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "top-up waits: line=" + found.line(), e);
            tables.run(work -> work.run("update mall.top_up set told = ? where line = ?", told(e), found.line()));
            return false;
        }
        if (answer != Answer.WAITING) {
            tables.run(work -> end(work, found.line(), answer));
        }
        return answer != Answer.WAITING;
    }

    private static void end(Transaction work, long line, Answer answer) {
        int ended = work.run(
                "update mall.top_up set status = ?, told = '' where line = ? and status = 'waiting'", answer, line);
        Timers.drop(work, TIMER, line);
        if (ended == 1 && answer == Answer.FAILED) {
            Timers.put(work, FAILED_TIMER, line, work.now());
        }
    }

    private static String told(RuntimeException why) {
        String text = String.valueOf(why.getMessage()).replace("\0", "");
        return text.length() <= MOST_TOLD ? text : text.substring(0, MOST_TOLD);
    }

    /// Which top-ups are shown; null where it does not matter.
    ///
    /// @param target the whole of a phone or meter number
    public record Filter(
            @Nullable Answer status,
            @Nullable Long order,
            @Nullable Long merchant,
            @Nullable String target) {}

    /// Top-ups: a member's own, those of a clerk's merchant, or all of them to an operator.
    public Page<TopUp> list(Actor actor, Filter filter, Listing.Wish wish) {
        Map<String, String> sorts = new LinkedHashMap<>();
        sorts.put("id", "id bigint");
        sorts.put("asked_at", "asked_at timestamptz");
        Listing listing = Listing.of(COLUMNS)
                .whereGiven("t.status = ?", filter.status())
                .whereGiven("t.order_id = ?", filter.order())
                .whereGiven("t.merchant = ?", filter.merchant())
                .whereGiven("t.account = ?", filter.target());
        if (actor instanceof Actor.Member member) {
            listing.where("o.member = ?", member.id());
        }
        return as(actor, work -> listing.page(work, wish, sorts, TopUp::of));
    }

    private <T> T as(Actor actor, Function<Transaction, T> deed) {
        return switch (actor) {
            case Actor.Clerk clerk ->
                tables.workAs(clerk.requireClerk(Permission.ORDERS_READ).merchant(), deed);
            case Actor.Operator operator -> {
                operator.requireOperator(Permission.ORDERS_READ);
                yield tables.work(deed);
            }
            case Actor.Member _ -> tables.work(deed);
            case Actor.Guest _, Actor.House _ -> throw General.LOGIN_REQUIRED.with();
        };
    }

    /// Whether `actor` may play the provider for what was asked under a key: members for their own, operators for all.
    ///
    /// @throws hongli.mall.refusal.Refusal where the actor is neither, or an operator who may not
    public boolean isInReach(Actor actor, String key) {
        if (actor instanceof Actor.Operator operator) {
            operator.requireOperator(Permission.ORDERS_CHANGE);
            return true;
        }
        long member = actor.requireMember().id();
        return tables.work(work -> work.exists(
                "select from mall.top_up t join mall.orders o on o.id = t.order_id"
                        + " where ? || t.line = ? and o.member = ?",
                KEY,
                key,
                member));
    }

    /// Has the provider be asked now about one that waits; how it stands then comes by the timer.
    public TopUp ask(Actor actor, long id) {
        Actor operator = actor.requireOperator(Permission.ORDERS_CHANGE);
        return tables.work(work -> {
            TopUp found = find(work, "t.id = ?", id).orElseThrow(General.NOT_FOUND::with);
            if (found.status() != Answer.WAITING) {
                throw DeliveryGround.TOP_UP_ENDED.with(
                        "status", found.status().name().toLowerCase(Locale.ROOT));
            }
            Timers.put(work, TIMER, found.line(), work.now());
            Trail.tell(
                    work,
                    operator,
                    "top_up.asked",
                    new Trail.Subject("top_up", id),
                    new Trail.Change(null, Map.of("order", found.order())));
            return found;
        });
    }
}
