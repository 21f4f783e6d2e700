package hongli.mall.posting;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The mall's postings as they are looked at: all of them by operators, a merchant's own by its clerks. Each leads back
/// to what it follows from: a payment, a refund, a bill, a withdrawal, and the order behind it.
public final class PostingBook {
    private static final String OWN = """
            select k.*, o.number, o.checkout from mall.posting k left join mall.orders o on o.id = k.order_id
            """;

    /// Payments pay checkouts, which merchants do not see.
    private static final String ALL = """
            select k.*, o.number, coalesce(o.checkout, p.checkout) as checkout
            from mall.posting k
            left join mall.refund r on k.order_id is null
                and r.id = substring(k.key from '^refund:([0-9]{1,18})$')::bigint
            left join mall.payment p on k.order_id is null
                and p.id = coalesce(r.payment, substring(k.key from '^payment:([0-9]{1,18})$')::bigint)
            left join mall.orders o on o.id = k.order_id
            """;

    /// What postings are sorted by, as [Listing#page] takes it.
    public static final Map<String, String> SORTS = sorts();

    private final Tables tables;

    public PostingBook(Tables tables) {
        this.tables = tables;
    }

    /// One posting.
    ///
    /// @param key what it follows from: `payment:7`
    /// @param number the order's, where it belongs to one
    /// @param checkout what was paid at once, where it belongs to that
    public record Line(
            long id,
            String key,
            Kind kind,
            Account debit,
            Account credit,
            Money amount,
            OptionalLong merchant,
            OptionalLong order,
            Optional<String> number,
            OptionalLong checkout,
            Instant at) {
        /// Reads all columns of a posting, and `number` and `checkout` of its order.
        public static Line of(Row row) throws SQLException {
            return new Line(
                    row.number("id"),
                    row.text("key"),
                    row.word("kind", Kind.class),
                    row.word("debit", Account.class),
                    row.word("credit", Account.class),
                    row.money("amount_fen"),
                    row.findNumber("merchant"),
                    row.findNumber("order_id"),
                    row.findText("number"),
                    row.findNumber("checkout"),
                    row.time("at"));
        }

        /// What it adds to `account`, in fen; below zero where it takes.
        public long change(Account account) {
            return (debit == account ? amount.fen() : 0) - (credit == account ? amount.fen() : 0);
        }
    }

    /// Which postings are shown; null where it does not matter.
    ///
    /// @param account one of the two sides
    /// @param from posted from then on
    /// @param until posted before
    public record Filter(
            @Nullable Account account,
            @Nullable Kind kind,
            @Nullable Long merchant,
            @Nullable Long order,
            @Nullable String key,
            @Nullable Instant from,
            @Nullable Instant until) {
        /// All of them.
        public static final Filter ALL = new Filter(null, null, null, null, null, null, null);

        private Listing on(String select) {
            String word = account == null ? null : account.name().toLowerCase(Locale.ROOT);
            Listing listing = Listing.of(select)
                    .whereGiven("k.kind = ?", kind)
                    .whereGiven("k.merchant = ?", merchant)
                    .whereGiven("k.order_id = ?", order)
                    .whereGiven("k.key = ?", key)
                    .whereGiven("k.at >= ?", from)
                    .whereGiven("k.at < ?", until);
            return word == null ? listing : listing.where("? in (k.debit, k.credit)", word);
        }
    }

    /// What the postings of a filter add to an account and take from it.
    public record Sums(Money debit, Money credit, long postings) {
        /// What is left of it, in fen; below zero where it is owed.
        public long balanceFen() {
            return debit.fen() - credit.fen();
        }
    }

    /// Postings of all, for an operator who may see the books.
    public Page<Line> all(Actor actor, Filter filter, Listing.Wish wish) {
        actor.requireOperator(Permission.PROGRAMME_READ);
        return tables.work(work -> page(work, filter.on(ALL), wish));
    }

    /// Postings in which a clerk's own merchant has a part.
    public Page<Line> own(Actor actor, Filter filter, Listing.Wish wish) {
        long merchant = actor.requireClerk(Permission.BILLS_READ).merchant();
        return tables.workAs(merchant, work -> page(work, filter.on(OWN).where("k.merchant = ?", merchant), wish));
    }

    private static Map<String, String> sorts() {
        Map<String, String> sorts = new LinkedHashMap<>();
        sorts.put("id", "id bigint");
        sorts.put("at", "at timestamptz");
        sorts.put("amount", "amount_fen bigint");
        return Collections.unmodifiableMap(sorts);
    }

    private static Page<Line> page(Transaction work, Listing listing, Listing.Wish wish) {
        return listing.page(work, wish, SORTS, Line::of);
    }

    /// What stands on an account as far as a filter goes, for an operator.
    public Sums sums(Actor actor, Account account, Filter filter) {
        actor.requireOperator(Permission.PROGRAMME_READ);
        return tables.work(work -> sums(work, account, filter));
    }

    /// What stands on the account of a clerk's own merchant.
    public Sums ownSums(Actor actor, Filter filter) {
        long merchant = actor.requireClerk(Permission.BILLS_READ).merchant();
        return tables.workAs(merchant, work -> sums(work, Account.MERCHANT, filter));
    }

    private static Sums sums(Transaction work, Account account, Filter filter) {
        String word = account.name().toLowerCase(Locale.ROOT);
        return work.one(
                "select coalesce(sum(amount_fen) filter (where debit = ?), 0)::bigint as debit,"
                        + " coalesce(sum(amount_fen) filter (where credit = ?), 0)::bigint as credit,"
                        + " count(*) filter (where ? in (debit, credit)) as postings from mall.posting"
                        + " where (?::text is null or kind = ?) and (?::bigint is null or merchant = ?)"
                        + " and (?::bigint is null or order_id = ?) and (?::timestamptz is null or at >= ?)"
                        + " and (?::timestamptz is null or at < ?)",
                row -> new Sums(row.money("debit"), row.money("credit"), row.number("postings")),
                word,
                word,
                word,
                filter.kind(),
                filter.kind(),
                filter.merchant(),
                filter.merchant(),
                filter.order(),
                filter.order(),
                filter.from(),
                filter.from(),
                filter.until(),
                filter.until());
    }
}
