package hongli.mall.merchant;

import hongli.economy.exact.Money;
import hongli.economy.terms.Fault;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.DryRun;
import hongli.mall.table.Row;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The freight templates of a merchant: what delivery costs, by pieces or grams, region by region.
public final class Freights {
    private final Tables tables;

    public Freights(Tables tables) {
        this.tables = tables;
    }

    /// What is counted.
    public enum Unit {
        PIECE,
        GRAM
    }

    /// What the first units and each further lot cost where an address begins with `region`; an empty one is
    /// everywhere.
    public record Rate(String region, int first, Money firstPrice, int next, Money nextPrice) {}

    /// A template.
    ///
    /// @param freeFrom from which amount of goods delivery is free, or null for never
    public record Template(String name, Unit unit, @Nullable Money freeFrom, List<Rate> rates) {
        public Template {
            rates = List.copyOf(rates);
        }

        /// Everything that is wrong with it.
        public List<Fault> faults() {
            List<Fault> faults = new ArrayList<>();
            Set<String> regions = new HashSet<>();
            for (int i = 0; i < rates.size(); i++) {
                Rate rate = rates.get(i);
                if (!regions.add(rate.region())) {
                    faults.add(new Fault("rates[" + i + "].region", "twice", "every region once", rate.region()));
                }
                if (rate.first() < 1 || rate.next() < 1) {
                    String found = Math.min(rate.first(), rate.next()) + "";
                    faults.add(new Fault("rates[" + i + "]", "out_of_range", "at least 1 unit", found));
                }
            }
            if (!regions.contains("")) {
                faults.add(new Fault("rates", "missing", "a rate with an empty region, for everywhere else", ""));
            }
            if (freeFrom != null && freeFrom.fen() == 0) {
                faults.add(new Fault("freeFrom", "out_of_range", "more than 0", freeFrom.toString()));
            }
            return faults;
        }
    }

    /// A template under its number.
    public record Numbered(long id, Template template) {}

    /// All templates of the caller's merchant.
    public List<Numbered> all(Actor actor) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_READ);
        return seller.work(
                tables,
                work -> work
                        .all(
                                "select id from mall.freight_template where merchant = ? order by id",
                                row -> row.number("id"),
                                seller.merchant())
                        .stream()
                        .map(id -> new Numbered(id, template(work, id)))
                        .toList());
    }

    public long add(Actor actor, Template template) {
        Seller seller = Seller.of(tables, actor, Permission.FREIGHT_CHANGE);
        requireSound(template);
        return seller.work(tables, work -> add(work, seller, template));
    }

    private static long add(Transaction work, Seller seller, Template template) {
        long id = named(
                template.name(),
                () -> work.insert(
                        "insert into mall.freight_template (merchant, name, unit, free_from_fen)"
                                + " values (?, ?, ?, ?) returning id",
                        seller.merchant(),
                        template.name(),
                        template.unit(),
                        template.freeFrom()));
        putRates(work, id, template);
        tell(work, seller, "freight.added", id, new Trail.Change(null, told(template)));
        return id;
    }

    /// Changes a template; what was ordered before keeps its price.
    public void change(Actor actor, long id, Template template) {
        Seller seller = Seller.of(tables, actor, Permission.FREIGHT_CHANGE);
        requireSound(template);
        seller.work(tables, work -> {
            change(work, seller, id, template);
            return true;
        });
    }

    private static void change(Transaction work, Seller seller, long id, Template template) {
        Template before = own(work, seller, id);
        named(
                template.name(),
                () -> work.run(
                        "update mall.freight_template set name = ?, unit = ?, free_from_fen = ? where id = ?",
                        template.name(),
                        template.unit(),
                        template.freeFrom(),
                        id));
        work.run("delete from mall.freight_rate where template = ?", id);
        putRates(work, id, template);
        tell(work, seller, "freight.changed", id, new Trail.Change(told(before), told(template)));
    }

    /// What many templates did that came in at once.
    public record Report(int added, int changed) {}

    /// Takes many templates in, all or none: those whose names are known are changed, others are added.
    ///
    /// @param dry whether it is only tried
    public Report put(Actor actor, List<Template> templates, boolean dry) {
        Seller seller = Seller.of(tables, actor, Permission.FREIGHT_CHANGE);
        templates.forEach(Freights::requireSound);
        return DryRun.of(dry, deed -> seller.work(tables, deed), work -> {
            int added = 0;
            for (Template template : templates) {
                Optional<Long> known = find(work, seller, template.name());
                if (known.isPresent()) {
                    change(work, seller, known.get(), template);
                } else {
                    add(work, seller, template);
                    added++;
                }
            }
            return new Report(added, templates.size() - added);
        });
    }

    /// Takes a template away that no goods are delivered by.
    public void remove(Actor actor, long id) {
        Seller seller = Seller.of(tables, actor, Permission.FREIGHT_CHANGE);
        seller.work(tables, work -> {
            Template before = own(work, seller, id);
            if (work.exists("select 1 from mall.product where freight = ?", id)) {
                throw MerchantGround.TEMPLATE_IN_USE.with("template", id);
            }
            work.run("delete from mall.freight_template where id = ?", id);
            tell(work, seller, "freight.removed", id, new Trail.Change(told(before), null));
            return true;
        });
    }

    /// The number of the seller's template called `name`.
    public static Optional<Long> find(Transaction work, Seller seller, String name) {
        return work.find(
                "select id from mall.freight_template where merchant = ? and name = ?",
                row -> row.number("id"),
                seller.merchant(),
                name);
    }

    private static Template own(Transaction work, Seller seller, long id) {
        if (!work.exists(
                "select 1 from mall.freight_template where id = ? and merchant = ? for update",
                id,
                seller.merchant())) {
            throw General.NOT_FOUND.with("freight", id);
        }
        return template(work, id);
    }

    private static Template template(Transaction work, long id) {
        List<Rate> rates = work.all(
                "select region, first, first_fen, next, next_fen from mall.freight_rate where template = ?"
                        + " order by region",
                Freights::rate,
                id);
        return work.one(
                "select name, unit, free_from_fen from mall.freight_template where id = ?",
                row -> new Template(
                        row.text("name"),
                        row.word("unit", Unit.class),
                        row.findNumber("free_from_fen").isPresent() ? row.money("free_from_fen") : null,
                        rates),
                id);
    }

    private static Rate rate(Row row) throws SQLException {
        return new Rate(
                row.text("region"),
                row.count("first"),
                row.money("first_fen"),
                row.count("next"),
                row.money("next_fen"));
    }

    private static void putRates(Transaction work, long id, Template template) {
        for (Rate rate : template.rates()) {
            work.run(
                    "insert into mall.freight_rate (template, region, first, first_fen, next, next_fen)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    id,
                    rate.region(),
                    rate.first(),
                    rate.firstPrice(),
                    rate.next(),
                    rate.nextPrice());
        }
    }

    private static void requireSound(Template template) {
        List<Fault> faults = template.faults();
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
    }

    private static <T> T named(String name, Supplier<T> deed) {
        try {
            return deed.get();
        } catch (StatementFailed e) {
            throw e.isDuplicate() ? MerchantGround.TEMPLATE_TAKEN.with("name", name) : e;
        }
    }

    private static Map<String, Object> told(Template template) {
        List<Map<String, Object>> rates = template.rates().stream()
                .<Map<String, Object>>map(rate -> Map.of(
                        "region", rate.region(),
                        "first", rate.first(),
                        "firstPrice", rate.firstPrice().toString(),
                        "next", rate.next(),
                        "nextPrice", rate.nextPrice().toString()))
                .toList();
        return Map.of("name", template.name(), "unit", template.unit().name().toLowerCase(Locale.ROOT), "rates", rates);
    }

    private static void tell(Transaction work, Seller seller, String action, long id, Trail.Change change) {
        Trail.tell(work, seller.actor(), action, new Trail.Subject("freight", id), change);
    }
}
