package hongli.mall.review;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.goods.Showcase;
import hongli.mall.merchant.Seller;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reviews: by buyers of what they bought and kept, once a line; answered by merchants, hidden by operators.
public final class Reviews {
    private static final Map<String, String> SORTS = Map.of("id", "id bigint", "stars", "stars integer");

    private final Tables tables;

    public Reviews(Tables tables) {
        this.tables = tables;
    }

    /// What a buyer says.
    ///
    /// @param stars 1 to 5
    public record Opinion(int stars, String content) {
        public Opinion {
            if (stars < 1 || stars > 5) {
                throw new IllegalArgumentException("stars must be 1 to 5: stars=" + stars);
            }
        }
    }

    /// How often each number of stars was given, from one to five.
    public record Summary(List<Long> counts) {
        public Summary {
            counts = List.copyOf(counts);
        }
    }

    /// What a list is narrowed to; null for everything.
    public record Filter(
            @Nullable Long product,
            @Nullable Integer stars,
            @Nullable Boolean hidden) {}

    private record Bought(long product, long merchant, String status) {}

    /// Writes a review of a line of one's own completed order.
    ///
    /// @return its number
    public long write(Actor actor, long line, Opinion opinion) {
        long member = actor.requireMember().id();
        try {
            return tables.work(work -> {
                Bought bought = work.find(
                                "select l.product, l.merchant, o.status from mall.order_line l"
                                        + " join mall.orders o on o.id = l.order_id where l.id = ? and o.member = ?",
                                Reviews::bought,
                                line,
                                member)
                        .orElseThrow(() -> General.NOT_FOUND.with("line", line));
                if (!bought.status().equals("completed")) {
                    throw ReviewGround.ORDER_NOT_COMPLETED.with("state", bought.status());
                }
                return work.insert(
                        "insert into mall.review (product, merchant, member, line, stars, content, at)"
                                + " values (?, ?, ?, ?, ?, ?, ?) returning id",
                        bought.product(),
                        bought.merchant(),
                        member,
                        line,
                        opinion.stars(),
                        opinion.content(),
                        work.now());
            });
        } catch (StatementFailed e) {
            throw e.isDuplicate() ? ReviewGround.ALREADY_REVIEWED.with("line", line) : e;
        }
    }

    private static Bought bought(Row row) throws SQLException {
        return new Bought(row.number("product"), row.number("merchant"), row.text("status"));
    }

    /// Answers a review of one's own goods, or answers otherwise than before.
    public void reply(Actor actor, long id, String reply) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_CHANGE);
        seller.work(tables, work -> {
            Review before = lock(work, id, " and r.merchant = " + seller.merchant());
            work.run("update mall.review set reply = ? where id = ?", reply, id);
            tell(work, actor, "review.answered", id, change("reply", before.reply(), reply));
            return true;
        });
    }

    /// Takes a review out of the customers' sight, or back into it.
    public void hide(Actor actor, long id, boolean hidden) {
        actor.requireOperator(Permission.GOODS_REVIEW);
        tables.run(work -> {
            Review before = lock(work, id, "");
            work.run("update mall.review set hidden = ? where id = ?", hidden, id);
            tell(work, actor, hidden ? "review.hidden" : "review.shown", id, change("hidden", before.hidden(), hidden));
        });
    }

    /// What customers see about a product that they see.
    public Page<Review> shown(long product, @Nullable Integer stars, Listing.Wish wish) {
        return tables.work(work -> {
            requireSeen(work, product);
            return page(work, new Filter(product, stars, false), Listing.of(Review.SELECT), wish);
        });
    }

    public Summary summary(long product) {
        return tables.work(work -> {
            requireSeen(work, product);
            List<Long> counts = new ArrayList<>(Collections.nCopies(5, 0L));
            work.all(
                            "select stars, count(*) number from mall.review where product = ? and not hidden"
                                    + " group by stars",
                            row -> Map.entry(row.count("stars"), row.number("number")),
                            product)
                    .forEach(count -> counts.set(count.getKey() - 1, count.getValue()));
            return new Summary(counts);
        });
    }

    /// The reviews of the caller's merchant.
    public Page<Review> own(Actor actor, Filter filter, Listing.Wish wish) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_READ);
        return seller.work(tables, work -> {
            var listing = Listing.of(Review.SELECT).where("r.merchant = ?", seller.merchant());
            return page(work, filter, listing, wish);
        });
    }

    /// The reviews of all merchants.
    public Page<Review> all(Actor actor, Filter filter, Listing.Wish wish) {
        actor.requireOperator(Permission.GOODS_READ);
        return tables.work(work -> page(work, filter, Listing.of(Review.SELECT), wish));
    }

    private static Page<Review> page(Transaction work, Filter filter, Listing listing, Listing.Wish wish) {
        return listing.whereGiven("r.product = ?", filter.product())
                .whereGiven("r.stars = ?", filter.stars())
                .whereGiven("r.hidden = ?", filter.hidden())
                .page(work, wish.orBy("-id"), SORTS, Review::read);
    }

    private static void requireSeen(Transaction work, long product) {
        if (!work.exists(
                "select 1 from mall.product p join mall.merchant m on m.id = p.merchant where p.id = ? and "
                        + Showcase.SEEN,
                product)) {
            throw General.NOT_FOUND.with("product", product);
        }
    }

    private static Review lock(Transaction work, long id, String condition) {
        return work.find(Review.SELECT + " where r.id = ?" + condition + " for no key update of r", Review::read, id)
                .orElseThrow(() -> General.NOT_FOUND.with("review", id));
    }

    private static Trail.Change change(String name, @Nullable Object before, Object after) {
        Map<String, @Nullable Object> old = new HashMap<>();
        old.put(name, before);
        return new Trail.Change(old, Map.of(name, after));
    }

    private static void tell(Transaction work, Actor actor, String action, long id, Trail.Change change) {
        Trail.tell(work, actor, action, new Trail.Subject("review", id), change);
    }
}
