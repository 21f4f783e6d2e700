package hongli.mall.coupon;

import hongli.economy.exact.Money;
import hongli.economy.terms.Fault;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.price.Bearer;
import hongli.mall.price.Off;
import hongli.mall.refusal.General;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.DryRun;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Kinds of coupons, as operators and merchants make them. Whoever makes one bears it: an operator's is the platform's
/// cost, even where it is for one merchant's goods alone; a merchant's is its own cost and for its own goods.
public final class CouponKinds {
    private static final String ADD = """
            insert into mall.coupon_kind (merchant, borne_by, name, threshold_fen, off_fen, off_millionths, most_fen,
                category, stacks, most_issued, each_member, from_at, until_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """;
    private static final Map<String, String> SORTS =
            Map.of("id", "id bigint", "until", "until_at timestamptz", "issued", "issued bigint");

    private final Tables tables;

    public CouponKinds(Tables tables) {
        this.tables = tables;
    }

    /// Makes a kind; its id.
    public long add(Actor actor, CouponTerms terms) {
        return as(actor, terms.merchant(), work -> add(work, actor, terms));
    }

    private static long add(Transaction work, Actor actor, CouponTerms terms) {
        terms.requireSound();
        requireCategory(work, terms.category());
        long id = insert(work, bearer(actor), terms);
        Trail.tell(work, actor, "coupon_kind.added", subject(id), new Trail.Change(null, terms.told()));
        return id;
    }

    /// Makes many kinds, all or none; how many.
    ///
    /// @param lines by the numbers they have in the caller's file
    /// @param dry whether it is only tried
    /// @throws Refusal where anything is wrong, with every line that is: `lines[7]`
    public int addAll(Actor actor, Map<Integer, CouponTerms> lines, boolean dry) {
        List<Fault> faults = new ArrayList<>();
        return DryRun.of(dry, deed -> as(actor, own(actor), deed), work -> {
            lines.forEach((line, terms) -> {
                try {
                    requireOwn(actor, terms.merchant());
                    add(work, actor, terms);
                } catch (Refusal e) {
                    Object rule = e.values().getOrDefault("rule", e.ground().code());
                    faults.add(new Fault("lines[" + line + "]", "wrong_form", rule.toString(), ""));
                }
            });
            if (!faults.isEmpty()) {
                throw Refusal.of(faults);
            }
            return lines.size();
        });
    }

    private static void requireOwn(Actor actor, OptionalLong merchant) {
        if (actor instanceof Actor.Clerk && !merchant.equals(own(actor))) {
            throw General.NOT_FOUND.with("merchant", merchant.orElse(0));
        }
    }

    /// Ends a kind now, or moves its end: what is taken and not used by then lapses.
    public void end(Actor actor, long kind, Instant until) {
        as(actor, own(actor), work -> {
            CouponKind before = find(work, actor, kind, " for update");
            work.run("update mall.coupon_kind set until_at = ? where id = ?", until, kind);
            Trail.tell(
                    work,
                    actor,
                    "coupon_kind.ended",
                    subject(kind),
                    new Trail.Change(
                            Map.of("until", before.terms().until().toString()), Map.of("until", until.toString())));
            return kind;
        });
    }

    /// Lets there be `all` pieces; never fewer than are taken.
    public void allow(Actor actor, long kind, long all) {
        as(actor, own(actor), work -> {
            CouponKind before = find(work, actor, kind, " for update");
            if (all < before.issued() || all < 1 || all > 1_000_000_000) {
                throw CouponGround.COUPON_UNSOUND.with("rule", "as many as are taken, or more: " + before.issued());
            }
            work.run("update mall.coupon_kind set most_issued = ? where id = ?", all, kind);
            Trail.tell(
                    work,
                    actor,
                    "coupon_kind.allowed",
                    subject(kind),
                    new Trail.Change(
                            Map.of("mostIssued", before.terms().limits().all()), Map.of("mostIssued", all)));
            return kind;
        });
    }

    /// The kinds this operator or clerk answers for.
    ///
    /// @param text a part of the name, or null
    /// @param wish the newest come first where no other sorting is asked for
    public Page<CouponKind> page(Actor actor, @Nullable String text, Listing.Wish wish) {
        var sorted = new Listing.Wish(wish.sort() == null ? "-id" : wish.sort(), wish.cursor(), wish.limit());
        return as(actor, own(actor), work -> {
            var listing = Listing.of("select " + CouponKind.COLUMNS + " from mall.coupon_kind k")
                    .whereGiven("strpos(k.name, ?) > 0", text);
            OptionalLong merchant = own(actor);
            if (merchant.isPresent()) {
                listing.where("k.merchant = ?", merchant.getAsLong());
            }
            return listing.page(work, sorted, SORTS, CouponKind::read);
        });
    }

    /// A piece that a member took.
    ///
    /// @param checkout with which it is used, or for which it is kept
    public record Piece(long id, long member, Instant takenAt, OptionalLong checkout) {}

    /// The pieces of a kind, the newest first where nothing else is asked for.
    public Page<Piece> pieces(Actor actor, long kind, Listing.Wish wish) {
        Long merchant = number(own(actor));
        String sql = "select from mall.coupon_kind where id = ? and (?::bigint is null or merchant = ?)";
        if (!as(actor, own(actor), work -> work.exists(sql, kind, merchant, merchant))) {
            throw General.NOT_FOUND.with("coupon_kind", kind);
        }
        return tables.work(work -> Listing.of("select c.* from mall.coupon c")
                .where("c.kind = ?", kind)
                .page(
                        work,
                        wish.orBy("-id"),
                        Map.of("id", "id bigint"),
                        row -> new Piece(
                                row.number("id"),
                                row.number("member"),
                                row.time("taken_at"),
                                row.findNumber("checkout"))));
    }

    private static CouponKind find(Transaction work, Actor actor, long kind, String lock) {
        return work.find(
                        "select " + CouponKind.COLUMNS + " from mall.coupon_kind k where k.id = ?" + lock,
                        CouponKind::read,
                        kind)
                .filter(found -> found.bearer() == bearer(actor))
                .orElseThrow(() -> General.NOT_FOUND.with("coupon_kind", kind));
    }

    private static long insert(Transaction work, Bearer bearer, CouponTerms terms) {
        Long off = terms.off() instanceof Off.Amount(var amount) ? Long.valueOf(amount.fen()) : null;
        Long rate = terms.off() instanceof Off.Part(var part, var _) ? Long.valueOf(part.millionths()) : null;
        Money most = terms.off() instanceof Off.Part(var _, var bound) ? bound.orElse(null) : null;
        return work.insert(
                ADD,
                number(terms.merchant()),
                bearer,
                terms.name(),
                terms.threshold(),
                off,
                rate,
                most,
                number(terms.category()),
                terms.stacks(),
                terms.limits().all(),
                terms.limits().eachMember(),
                terms.from(),
                terms.until());
    }

    /// Checks who asks, and works in the merchant's name where it is a clerk.
    private <T> T as(Actor actor, OptionalLong merchant, Function<Transaction, T> deed) {
        if (actor instanceof Actor.Operator operator) {
            operator.requireOperator(Permission.COUPONS_CHANGE);
            return tables.work(deed);
        }
        long own = actor.requireClerk(Permission.COUPONS_CHANGE).merchant();
        requireOwn(actor, merchant);
        return tables.workAs(own, deed);
    }

    private static OptionalLong own(Actor actor) {
        return actor instanceof Actor.Clerk clerk ? OptionalLong.of(clerk.merchant()) : OptionalLong.empty();
    }

    private static Bearer bearer(Actor actor) {
        return actor instanceof Actor.Clerk ? Bearer.MERCHANT : Bearer.PLATFORM;
    }

    private static void requireCategory(Transaction work, OptionalLong category) {
        if (category.isPresent() && !work.exists("select from mall.category where id = ?", category.getAsLong())) {
            throw General.NOT_FOUND.with("category", category.getAsLong());
        }
    }

    private static @Nullable Long number(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    private static Trail.Subject subject(long id) {
        return new Trail.Subject("coupon_kind", id);
    }
}
