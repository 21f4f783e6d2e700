package hongli.mall.goods;

import hongli.economy.terms.Fault;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Row;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The tree of categories that goods stand in; the platform grows it, at most four levels high.
public final class Categories {
    private static final int HIGHEST = 4;

    /// The numbers of a category and all above it, from the top down.
    private static final String ABOVE = """
            with recursive above(id, parent, name, height) as (
                select c.id, c.parent, c.name, 1 from mall.category c where c.id = ?
                union all
                select c.id, c.parent, c.name, a.height + 1 from mall.category c join above a on c.id = a.parent)
            select id, name from above order by height desc
            """;

    /// A category and all below it, as a table `below(id, height)` for a query that follows.
    public static final String BELOW = """
            with recursive below(id, height) as (
                select c.id, 1 from mall.category c where c.id = ?
                union all select c.id, b.height + 1 from mall.category c join below b on c.parent = b.id)
            """;

    private final Tables tables;

    public Categories(Tables tables) {
        this.tables = tables;
    }

    /// A category.
    ///
    /// @param parent the one it stands in, or null at the top
    /// @param place its place among its neighbours, the smallest first
    public record Category(long id, @Nullable Long parent, String name, int place) {}

    /// What a category is to be.
    public record Wish(@Nullable Long parent, String name, int place) {}

    /// All categories, neighbours in their places.
    public List<Category> all() {
        return tables.work(work ->
                work.all("select id, parent, name, place from mall.category order by place, id", Categories::read));
    }

    public long add(Actor actor, Wish wish) {
        actor.requireOperator(Permission.GOODS_REVIEW);
        return changed(wish, work -> {
            requireRoom(work, 0, wish.parent());
            long id = work.insert(
                    "insert into mall.category (parent, name, place) values (?, ?, ?) returning id",
                    wish.parent(),
                    wish.name(),
                    wish.place());
            tell(work, actor, "category.added", id, new Trail.Change(null, told(wish)));
            return id;
        });
    }

    /// Renames a category or moves it, with all that stands in it.
    public void change(Actor actor, long id, Wish wish) {
        actor.requireOperator(Permission.GOODS_REVIEW);
        changed(wish, work -> {
            Category before = lock(work, id);
            requireRoom(work, id, wish.parent());
            work.run(
                    "update mall.category set parent = ?, name = ?, place = ? where id = ?",
                    wish.parent(),
                    wish.name(),
                    wish.place(),
                    id);
            List<Long> products = work.all(
                    BELOW + "select p.id from mall.product p where p.category in (select id from below)"
                            + " and p.status = 'approved' order by p.id for no key update of p",
                    row -> row.number("id"),
                    id);
            Approvals.index(work, products);
            tell(work, actor, "category.changed", id, new Trail.Change(told(before), told(wish)));
            return true;
        });
    }

    /// Takes an empty category away.
    public void remove(Actor actor, long id) {
        actor.requireOperator(Permission.GOODS_REVIEW);
        tables.run(work -> {
            Category before = lock(work, id);
            if (work.exists("select 1 from mall.category where parent = ?", id)
                    || work.exists("select 1 from mall.product where category = ?", id)
                    || work.exists("select 1 from mall.coupon_kind where category = ?", id)) {
                throw GoodsGround.CATEGORY_IN_USE.with("category", id);
            }
            work.run("delete from mall.category where id = ?", id);
            tell(work, actor, "category.removed", id, new Trail.Change(told(before), null));
        });
    }

    /// The number of the category at this path of names: 酒类/红酒.
    public static Optional<Long> find(Transaction work, String path) {
        Long found = null;
        for (String name : path.split("/", -1)) {
            Optional<Long> next = work.find(
                    "select id from mall.category where name = ? and parent is not distinct from ?::bigint",
                    row -> row.number("id"),
                    name.strip(),
                    found);
            if (next.isEmpty()) {
                return next;
            }
            found = next.get();
        }
        return Optional.ofNullable(found);
    }

    /// The names of a category and all above it, from the top down.
    public static List<String> path(Transaction work, @Nullable Long id) {
        return id == null ? List.of() : work.all(ABOVE, row -> row.text("name"), id);
    }

    private <T> T changed(Wish wish, Function<Transaction, T> deed) {
        if (wish.name().isBlank() || wish.name().indexOf('/') >= 0) {
            throw Refusal.of(List.of(new Fault("name", "wrong_form", "a name without /", wish.name())));
        }
        try {
            return tables.work(deed);
        } catch (StatementFailed e) {
            throw e.isDuplicate() ? GoodsGround.CATEGORY_TAKEN.with("name", wish.name()) : e;
        }
    }

    /// The parent is there, not within the category itself, and not too high up.
    private static void requireRoom(Transaction work, long id, @Nullable Long parent) {
        // One change of the tree at a time: two moves could make a ring together.
        work.exists("select pg_advisory_xact_lock(7302)");
        List<Long> above = parent == null ? List.of() : work.all(ABOVE, row -> row.number("id"), parent);
        if (parent != null && (above.isEmpty() || above.contains(id))) {
            throw unsound("not_there", "a category outside of this one", parent.toString());
        }
        long height = id == 0 ? 1 : work.number(BELOW + "select max(height) number from below", id);
        if (above.size() + height > HIGHEST) {
            throw unsound("out_of_range", "at most " + HIGHEST + " levels", String.valueOf(parent));
        }
    }

    private static Refusal unsound(String code, String expected, String found) {
        return Refusal.of(List.of(new Fault("parent", code, expected, found)));
    }

    private static Category lock(Transaction work, long id) {
        return work.find(
                        "select id, parent, name, place from mall.category where id = ? for update",
                        Categories::read,
                        id)
                .orElseThrow(() -> General.NOT_FOUND.with("category", id));
    }

    private static Category read(Row row) throws SQLException {
        return new Category(row.number("id"), Product.number(row, "parent"), row.text("name"), row.count("place"));
    }

    private static Map<String, @Nullable Object> told(Category category) {
        return told(new Wish(category.parent(), category.name(), category.place()));
    }

    private static Map<String, @Nullable Object> told(Wish wish) {
        Map<String, @Nullable Object> told = new HashMap<>();
        told.put("parent", wish.parent());
        told.put("name", wish.name());
        told.put("place", wish.place());
        return told;
    }

    private static void tell(Transaction work, Actor actor, String action, long id, Trail.Change change) {
        Trail.tell(work, actor, action, new Trail.Subject("category", id), change);
    }
}
