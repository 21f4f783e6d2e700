package hongli.mall.goods;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The brands that goods can be of; the platform names them.
public final class Brands {
    private final Tables tables;

    public Brands(Tables tables) {
        this.tables = tables;
    }

    /// A brand.
    public record Brand(long id, String name) {}

    public List<Brand> all() {
        return tables.work(work -> work.all(
                "select id, name from mall.brand order by name, id",
                row -> new Brand(row.number("id"), row.text("name"))));
    }

    public long add(Actor actor, String name) {
        actor.requireOperator(Permission.GOODS_REVIEW);
        try {
            return tables.work(work -> {
                long id = work.insert("insert into mall.brand (name) values (?) returning id", name);
                tell(work, actor, "brand.added", new Brand(id, name), null);
                return id;
            });
        } catch (StatementFailed e) {
            throw e.isDuplicate() ? GoodsGround.BRAND_TAKEN.with("name", name) : e;
        }
    }

    public void rename(Actor actor, long id, String name) {
        actor.requireOperator(Permission.GOODS_REVIEW);
        try {
            tables.run(work -> {
                String before = lock(work, id);
                work.run("update mall.brand set name = ? where id = ?", name, id);
                List<Long> products = work.all(
                        "select id from mall.product where brand = ? and status = 'approved' order by id"
                                + " for no key update",
                        row -> row.number("id"),
                        id);
                Approvals.index(work, products);
                tell(work, actor, "brand.renamed", new Brand(id, name), before);
            });
        } catch (StatementFailed e) {
            throw e.isDuplicate() ? GoodsGround.BRAND_TAKEN.with("name", name) : e;
        }
    }

    public void remove(Actor actor, long id) {
        actor.requireOperator(Permission.GOODS_REVIEW);
        tables.run(work -> {
            String before = lock(work, id);
            if (work.exists("select 1 from mall.product where brand = ?", id)) {
                throw GoodsGround.BRAND_IN_USE.with("brand", id);
            }
            work.run("delete from mall.brand where id = ?", id);
            tell(work, actor, "brand.removed", new Brand(id, ""), before);
        });
    }

    /// The number of the brand called `name`.
    public static Optional<Long> find(Transaction work, String name) {
        return work.find("select id from mall.brand where name = ?", row -> row.number("id"), name);
    }

    static Optional<String> name(Transaction work, @Nullable Long id) {
        return id == null
                ? Optional.empty()
                : work.find("select name from mall.brand where id = ?", row -> row.text("name"), id);
    }

    private static String lock(Transaction work, long id) {
        return work.find("select name from mall.brand where id = ? for update", row -> row.text("name"), id)
                .orElseThrow(() -> General.NOT_FOUND.with("brand", id));
    }

    private static void tell(Transaction work, Actor actor, String action, Brand brand, @Nullable String before) {
        Trail.tell(
                work,
                actor,
                action,
                new Trail.Subject("brand", brand.id()),
                new Trail.Change(before == null ? null : Map.of("name", before), Map.of("name", brand.name())));
    }
}
