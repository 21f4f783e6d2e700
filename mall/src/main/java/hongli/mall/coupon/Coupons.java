package hongli.mall.coupon;

import hongli.mall.access.Actor;
import hongli.mall.price.Discount;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Pieces of coupons: taken by members within the limits of their kind, kept for one checkout at a time.
public final class Coupons {
    private static final String ISSUE = """
            update mall.coupon_kind set issued = issued + 1
            where id = ? and issued < most_issued and from_at <= ? and until_at > ? returning each_member
            """;
    private static final String USABLE = "select c.id coupon, " + CouponKind.COLUMNS + """
             from mall.coupon c join mall.coupon_kind k on k.id = c.kind
            where c.id = any (?) and c.member = ? and c.checkout is null and k.from_at <= ? and k.until_at > ?
            """;
    private static final String MINE = "select c.id, c.kind, c.checkout, c.taken_at, " + CouponKind.TERMS
            + " from mall.coupon c join mall.coupon_kind k on k.id = c.kind";
    private static final Map<String, String> MINE_SORTS = Map.of("taken", "taken_at timestamptz");
    private static final Map<String, String> ON_SORTS = Map.of("until", "until_at timestamptz");

    private final Tables tables;

    public Coupons(Tables tables) {
        this.tables = tables;
    }

    /// A piece of a coupon.
    ///
    /// @param checkout where it is used or kept
    public record Coupon(long id, CouponKind kind, OptionalLong checkout, Instant takenAt) {}

    /// Which of their pieces a member wants to see.
    public enum Shown {
        USABLE,
        USED,
        LAPSED
    }

    /// The kinds that may be taken now.
    public Page<CouponKind> on(@Nullable Long merchant, Listing.Wish wish) {
        return tables.work(work -> Listing.of("select " + CouponKind.COLUMNS + " from mall.coupon_kind k")
                .where("k.from_at <= ? and k.until_at > ?", work.now(), work.now())
                .where("k.issued < k.most_issued")
                .whereGiven("k.merchant = ?", merchant)
                .page(work, wish, ON_SORTS, CouponKind::read));
    }

    /// Takes one piece; its id. The row of the kind is locked while its members are counted, so no race passes a limit.
    public long take(Actor actor, long kind) {
        long member = actor.requireMember().id();
        return tables.work(work -> {
            int most = work.find(ISSUE, row -> row.count("each_member"), kind, work.now(), work.now())
                    .orElseThrow(() -> whyNot(work, kind));
            long taken =
                    work.number("select count(*) number from mall.coupon where kind = ? and member = ?", kind, member);
            if (taken >= most) {
                throw CouponGround.COUPON_TAKEN_ENOUGH.with("most", most);
            }
            return work.insert(
                    "insert into mall.coupon (kind, member, taken_at) values (?, ?, ?) returning id",
                    kind,
                    member,
                    work.now());
        });
    }

    private static RuntimeException whyNot(Transaction work, long kind) {
        CouponKind found = work.find(
                        "select " + CouponKind.COLUMNS + " from mall.coupon_kind k where k.id = ?",
                        CouponKind::read,
                        kind)
                .orElseThrow(() -> General.NOT_FOUND.with("coupon_kind", kind));
        boolean on = !work.now().isBefore(found.terms().from())
                && work.now().isBefore(found.terms().until());
        return on ? CouponGround.COUPON_GONE.with() : CouponGround.COUPON_NOT_ON.with();
    }

    /// The member's own pieces.
    public Page<Coupon> mine(Actor actor, @Nullable Shown shown, Listing.Wish wish) {
        long member = actor.requireMember().id();
        return tables.work(work -> {
            var listing = Listing.of(MINE).where("c.member = ?", member);
            if (shown != null) {
                switch (shown) {
                    case USABLE -> listing.where("c.checkout is null and k.until_at > ?", work.now());
                    case USED -> listing.where("c.checkout is not null");
                    case LAPSED -> listing.where("c.checkout is null and k.until_at <= ?", work.now());
                }
            }
            return listing.page(
                    work,
                    wish,
                    MINE_SORTS,
                    row -> new Coupon(
                            row.number("id"),
                            CouponKind.read(row, row.number("kind")),
                            row.findNumber("checkout"),
                            row.time("taken_at")));
        });
    }

    /// The rules of these pieces, if all of them are the member's and may be used now.
    public static List<Discount> usable(Transaction work, long member, Collection<Long> coupons) {
        if (coupons.isEmpty()) {
            return List.of();
        }
        List<Discount> found = work.all(
                USABLE,
                row -> CouponKind.read(row).discount(row.number("coupon")),
                coupons,
                member,
                work.now(),
                work.now());
        if (found.size() != coupons.size()) {
            throw CouponGround.COUPON_NOT_USABLE.with("coupons", coupons);
        }
        return found;
    }

    /// Keeps these pieces for a checkout; of two checkouts that want one piece, one is refused.
    public static void keep(Transaction work, long member, Collection<Long> coupons, long checkout) {
        for (long coupon : coupons.stream().sorted().toList()) {
            int kept = work.run(
                    "update mall.coupon set checkout = ? where id = ? and member = ? and checkout is null",
                    checkout,
                    coupon,
                    member);
            if (kept == 0) {
                throw CouponGround.COUPON_NOT_USABLE.with("coupons", coupons);
            }
        }
    }

    /// Gives the pieces of a cancelled checkout back to their member.
    public static void free(Transaction work, long checkout) {
        work.run("update mall.coupon set checkout = null where checkout = ?", checkout);
    }
}
