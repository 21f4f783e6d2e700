package hongli.app.demo;

import hongli.economy.exact.Money;
import hongli.economy.exact.Rate;
import hongli.mall.Mall;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.coupon.CouponTerms;
import hongli.mall.login.Sessions;
import hongli.mall.merchant.Freights;
import hongli.mall.merchant.Merchants;
import hongli.mall.merchant.Mode;
import hongli.mall.price.Off;
import hongli.mall.staff.OneTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The shops of a demo and those who work in them: operators, merchants with a clerk each, freights and coupons.
final class Premises {
    static final Shop OWN = new Shop("own", "ziying", "自营");
    static final Shop WINE = new Shop("wine", "shanhai", "山海酒行");
    static final Shop TEA = new Shop("tea", "yunling", "云岭茶园");

    private final Mall mall;

    /// A merchant.
    ///
    /// @param key its name in the file of goods
    /// @param login of its clerk
    record Shop(String key, String login, String name) {}

    /// Those who work in the demo.
    ///
    /// @param clerks by their merchants
    /// @param freights the merchants' freight templates
    record Staff(
            Actor admin,
            Actor finance,
            Actor review,
            Map<String, Actor.Clerk> clerks,
            Map<String, Long> freights,
            List<Long> coupons) {
        Actor.Clerk clerk(long merchant) {
            return clerks.values().stream()
                    .filter(clerk -> clerk.merchant() == merchant)
                    .findFirst()
                    .orElseThrow();
        }

        Actor.Clerk clerk(String key) {
            return Optional.ofNullable(clerks.get(key)).orElseThrow();
        }
    }

    Premises(Town town) {
        this.mall = town.mall();
    }

    /// Founds everything but goods.
    ///
    /// @param owners the members who own the merchants
    Staff found(Actor owners) {
        Actor admin = admin();
        Actor finance = operator(
                admin,
                new Cast.Person("周会计", Cast.FINANCE),
                EnumSet.of(
                        Permission.BILLS_READ,
                        Permission.BILLS_CHECK,
                        Permission.PAYMENTS_READ,
                        Permission.RECONCILIATION_RUN,
                        Permission.WITHDRAWALS_READ,
                        Permission.WITHDRAWALS_REVIEW,
                        Permission.ORDERS_READ,
                        Permission.PROGRAMME_READ));
        Actor review = operator(
                admin,
                new Cast.Person("李审核", Cast.REVIEW),
                EnumSet.of(
                        Permission.GOODS_REVIEW,
                        Permission.MERCHANTS_READ,
                        Permission.AFTER_SALES_DECIDE,
                        Permission.ORDERS_READ,
                        Permission.MEMBERS_READ,
                        Permission.BILLS_READ,
                        Permission.BILLS_APPROVE));
        mall.assortment().mode().change(admin, true);
        Map<String, Actor.Clerk> clerks = new HashMap<>();
        clerks.put(OWN.key(), clerk(mall.tables().work(Mode::ownShop), OWN));
        clerks.put(WINE.key(), clerk(merchant(admin, owners, WINE, 60_000), WINE));
        clerks.put(TEA.key(), clerk(merchant(admin, owners, TEA, 50_000), TEA));
        Map<String, Long> freights = new HashMap<>();
        clerks.forEach((key, clerk) -> freights.put(key, freight(clerk)));
        return new Staff(admin, finance, review, clerks, freights, coupons(admin, clerks));
    }

    private Actor admin() {
        OneTime first = mall.people().workers().founding().firstOperator().orElseThrow();
        return settled(new Actor.Operator(first.worker(), Set.of()), first);
    }

    /// Somebody who has chosen a password of their own, as the session tells who they are.
    private Actor settled(Actor newcomer, OneTime oneTime) {
        Sessions.Begun session = mall.people().logins().choose(newcomer, oneTime.password(), Cast.PASSWORD);
        return mall.people().sessions().of(session.token());
    }

    private Actor operator(Actor admin, Cast.Person person, Set<Permission> permissions) {
        long role = mall.people().roles().add(admin, person.name(), permissions);
        OneTime hired = mall.people().workers().hire(admin, person.login(), person.name(), role);
        return settled(new Actor.Operator(hired.worker(), Set.of()), hired);
    }

    private long merchant(Actor admin, Actor owner, Shop shop, long commissionMillionths) {
        Merchants merchants = mall.assortment().merchants();
        long id = merchants.apply(
                owner,
                new Merchants.Application(
                        shop.name(),
                        "demo@example.com",
                        "91330000DEMO" + shop.login().length()));
        merchants.accept(admin, id, new Merchants.Admission(Money.ZERO, commissionMillionths));
        return id;
    }

    private Actor.Clerk clerk(long merchant, Shop shop) {
        OneTime first = mall.tables()
                .work(work -> mall.people().workers().founding().firstClerk(work, merchant, shop.login(), "店主"));
        return (Actor.Clerk) settled(new Actor.Clerk(first.worker(), merchant, Set.of()), first);
    }

    private long freight(Actor.Clerk clerk) {
        var everywhere = new Freights.Rate("", 1, new Money(800), 1, new Money(200));
        var far = new Freights.Rate("新疆", 1, new Money(2_000), 1, new Money(800));
        var template =
                new Freights.Template("满 99 包邮", Freights.Unit.PIECE, new Money(9_900), List.of(everywhere, far));
        return mall.assortment().freights().add(clerk, template);
    }

    private List<Long> coupons(Actor admin, Map<String, Actor.Clerk> clerks) {
        Off twentieth = new Off.Part(new Rate(50_000), Optional.of(new Money(2_000)));
        return List.of(
                coupon(admin, OptionalLong.empty(), "新人券 满 100 减 10", 10_000, new Off.Amount(new Money(1_000))),
                coupon(clerks, WINE, "山海酒行 满 300 减 30", 30_000, new Off.Amount(new Money(3_000))),
                coupon(clerks, TEA, "云岭茶园 九五折", 5_000, twentieth));
    }

    private long coupon(Map<String, Actor.Clerk> clerks, Shop shop, String name, long thresholdFen, Off off) {
        Actor.Clerk clerk = Optional.ofNullable(clerks.get(shop.key())).orElseThrow();
        return coupon(clerk, OptionalLong.of(clerk.merchant()), name, thresholdFen, off);
    }

    private long coupon(Actor actor, OptionalLong merchant, String name, long thresholdFen, Off off) {
        return mall.buying().couponKinds().add(actor, terms(merchant, name, thresholdFen, off));
    }

    private CouponTerms terms(OptionalLong merchant, String name, long thresholdFen, Off off) {
        Instant now = mall.clock().instant();
        return new CouponTerms(
                merchant,
                OptionalLong.empty(),
                name,
                new Money(thresholdFen),
                off,
                false,
                new CouponTerms.Limits(5_000, 3),
                now,
                now.plus(Duration.ofDays(365)));
    }
}
