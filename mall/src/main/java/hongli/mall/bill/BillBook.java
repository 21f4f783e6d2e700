package hongli.mall.bill;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.posting.Kind;
import hongli.mall.posting.PostingBook;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One bill and what it is made of: behind each of its figures the postings, of its merchant and in its period, that
/// add up to it, each with its order.
public final class BillBook {
    private static final String EARLIER = """
            select id from mall.bill where merchant = ? and until_day < ? and id < ? order by until_day desc limit 1
            """;

    private final Tables tables;
    private final Exchanges exchanges;

    BillBook(Tables tables, Exchanges exchanges) {
        this.tables = tables;
        this.exchanges = exchanges;
    }

    /// One posting that made a figure.
    ///
    /// @param counts how much it counts in the figure: fen, or orders
    public record Part(PostingBook.Line line, long counts) {}

    /// Which postings are shown.
    ///
    /// @param figure those that made this one; what is owed is made by all others together
    /// @param kind among them those of one kind; null where it does not matter
    public record Filter(Figure figure, @Nullable Kind kind) {
        /// All that the bill adds up.
        public static final Filter ALL = new Filter(Figure.OWED, null);
    }

    /// What the postings of a filter come to.
    public record Sum(long parts, long counts) {}

    /// A page of the postings of a filter, and what all of them come to.
    public record Shown(Page<Part> page, Sum sum) {}

    /// A bill, for an operator or a clerk of its merchant who may see bills.
    public Bills.Bill one(Actor actor, long id) {
        return as(actor, work -> bill(work, id));
    }

    /// The bill whose debt this one has taken over, where it has.
    public Optional<Long> carriedFrom(Actor actor, Bills.Bill bill) {
        if (bill.carriedFen() == 0) {
            return Optional.empty();
        }
        return as(
                actor,
                work -> work.find(
                        EARLIER,
                        row -> row.number("id"),
                        bill.merchant(),
                        bill.period().from(),
                        bill.id()));
    }

    /// The postings behind a figure of a bill.
    public Page<Part> lines(Actor actor, long id, Filter filter, Listing.Wish wish) {
        return behind(actor, id, filter, (work, made) -> page(work, made, wish));
    }

    /// What the postings behind a figure come to: without a kind, the figure itself.
    public Sum sum(Actor actor, long id, Filter filter) {
        return behind(actor, id, filter, BillBook::sum);
    }

    /// Some of the postings behind a figure, and what all of them come to.
    public Shown shown(Actor actor, long id, Filter filter, Listing.Wish wish) {
        return behind(actor, id, filter, (work, made) -> new Shown(page(work, made, wish), sum(work, made)));
    }

    private static Page<Part> page(Transaction work, Listing made, Listing.Wish wish) {
        return made.page(
                work, wish, PostingBook.SORTS, row -> new Part(PostingBook.Line.of(row), row.number("counts")));
    }

    private static Sum sum(Transaction work, Listing made) {
        return made.whole(
                work,
                "count(*) as parts, coalesce(sum(list.counts), 0)::bigint as counts",
                row -> new Sum(row.number("parts"), row.number("counts")));
    }

    /// What the merchant gave back to the programme in the period of a bill, the newest first.
    public List<Exchange> exchanges(Actor actor, long id) {
        Bills.Bill bill = one(actor, id);
        return exchanges.between(
                bill.merchant(), bill.period().begin(), bill.period().end());
    }

    private static Listing made(Bills.Bill bill, Filter filter) {
        Figure figure = filter.figure();
        return Listing.of("select k.*, o.number, o.checkout, (" + figure.counts() + ")::bigint as counts"
                        + " from mall.posting k left join mall.orders o on o.id = k.order_id")
                .where(figure.made())
                .where(figure == Figure.REFUNDS ? "o.merchant = ?" : "k.merchant = ?", bill.merchant())
                .where("k.at >= ?", bill.period().begin())
                .where("k.at < ?", bill.period().end())
                .whereGiven("k.kind = ?", filter.kind());
    }

    private static Bills.Bill bill(Transaction work, long id) {
        return work.find(Bills.BILLS + " where b.id = ?", Bills::read, id).orElseThrow(General.NOT_FOUND::with);
    }

    /// Reads what is behind a figure of a bill that the actor may see. Row security hides refunds from the merchant,
    /// because no merchant stands in their postings; so these are read by the house, of the bill's merchant alone.
    private <T> T behind(Actor actor, long id, Filter filter, BiFunction<Transaction, Listing, T> deed) {
        Listing made = made(one(actor, id), filter);
        return filter.figure() == Figure.REFUNDS
                ? tables.work(work -> deed.apply(work, made))
                : as(actor, work -> deed.apply(work, made));
    }

    private <T> T as(Actor actor, Function<Transaction, T> deed) {
        if (actor instanceof Actor.Clerk) {
            return tables.workAs(actor.requireClerk(Permission.BILLS_READ).merchant(), deed);
        }
        actor.requireOperator(Permission.BILLS_READ);
        return tables.work(deed);
    }
}
