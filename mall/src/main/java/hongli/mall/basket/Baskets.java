package hongli.mall.basket;

import hongli.mall.access.Actor;
import hongli.mall.goods.Kind;
import hongli.mall.price.Item;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What members mean to buy: lines of a variant, on a day where it is a booking, and how many.
public final class Baskets {
    /// The most lines a basket has.
    public static final int MOST_LINES = 100;
    /// The most pieces a line has.
    public static final int MOST_PIECES = 9_999;

    private static final String PUT = """
            insert into mall.basket_line (member, variant, day, quantity, added_at) values (?, ?, ?::date, ?, ?)
            on conflict (member, variant, day) do update set quantity = excluded.quantity
            """;

    private final Tables tables;

    public Baskets(Tables tables) {
        this.tables = tables;
    }

    /// A line, with what is for sale under it now.
    public record Line(Item.Key key, long quantity, Instant addedAt, Optional<Article> article) {}

    /// The member's lines, newest first.
    public List<Line> lines(Actor actor) {
        long member = actor.requireMember().id();
        return tables.work(work -> {
            List<Line> bare = work.all(
                    "select variant, day, quantity, added_at from mall.basket_line where member = ?"
                            + " order by added_at desc, variant, day",
                    row -> new Line(
                            new Item.Key(row.number("variant"), Optional.ofNullable(row.date("day"))),
                            row.number("quantity"),
                            row.time("added_at"),
                            Optional.empty()),
                    member);
            List<Long> variants =
                    bare.stream().map(line -> line.key().variant()).toList();
            Map<Long, Article> found = Articles.find(work, variants, OptionalLong.of(member));
            return bare.stream()
                    .map(line -> new Line(
                            line.key(),
                            line.quantity(),
                            line.addedAt(),
                            Optional.ofNullable(found.get(line.key().variant()))))
                    .toList();
        });
    }

    /// Puts so many into the basket; where the line was there, its number is replaced.
    ///
    /// @param quantity from 1 to [#MOST_PIECES]
    public void put(Actor actor, Item.Key key, long quantity) {
        long member = actor.requireMember().id();
        tables.run(work -> {
            Article article = Optional.ofNullable(Articles.find(work, List.of(key.variant()), OptionalLong.empty())
                            .get(key.variant()))
                    .filter(Article::forSale)
                    .orElseThrow(() -> BasketGround.NOT_FOR_SALE.with("variant", key.variant()));
            requireDay(article, key, work);
            lock(work, member);
            work.run(PUT, member, key.variant(), day(key), quantity, work.now());
            long lines = work.number("select count(*) number from mall.basket_line where member = ?", member);
            if (lines > MOST_LINES) {
                throw BasketGround.BASKET_FULL.with("most", MOST_LINES);
            }
        });
    }

    /// Whether a day is given where it must be, and only there; none of the past.
    public static void requireDay(Article article, Item.Key key, Transaction work) {
        boolean sound = article.kind() == Kind.BOOKING
                ? key.day().filter(day -> !day.isBefore(Today.of(work))).isPresent()
                : key.day().isEmpty();
        if (!sound) {
            throw BasketGround.DAY_WRONG.with("variant", key.variant());
        }
    }

    /// Takes lines out; those that are not there are none.
    public void remove(Actor actor, Collection<Item.Key> keys) {
        long member = actor.requireMember().id();
        tables.run(work -> remove(work, member, keys));
    }

    /// As [#remove(Actor, Collection)], as part of other work.
    public static void remove(Transaction work, long member, Collection<Item.Key> keys) {
        for (Item.Key key : keys) {
            work.send(
                    "delete from mall.basket_line"
                            + " where member = ? and variant = ? and day is not distinct from ?::date",
                    member,
                    key.variant(),
                    day(key));
        }
    }

    /// Two that put at once count each other's lines.
    private static void lock(Transaction work, long member) {
        work.find("select id from mall.member where id = ? for no key update", row -> row.number("id"), member);
    }

    private static @Nullable LocalDate day(Item.Key key) {
        return key.day().orElse(null);
    }
}
