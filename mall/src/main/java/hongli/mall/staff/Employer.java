package hongli.mall.staff;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.util.Collection;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Whom somebody works for, as the one who hires sees it: the platform where an operator asks, a merchant where its
/// clerk does. What belongs to another employer is not there.
///
/// Nobody rises by this: who gives, changes or takes away a permission, or gets hold of an account that has it, must
/// have it too, and nobody changes what they are themselves.
record Employer(Actor actor, long worker, OptionalLong merchant, Set<Permission> permissions) {
    /// What a merchant's clerks can be allowed.
    static final Set<Permission> OF_MERCHANTS = Set.copyOf(EnumSet.of(
            Permission.CLERKS_CHANGE,
            Permission.ACCESS_KEYS_CHANGE,
            Permission.GOODS_READ,
            Permission.GOODS_CHANGE,
            Permission.STOCK_CHANGE,
            Permission.COUPONS_CHANGE,
            Permission.FREIGHT_CHANGE,
            Permission.ORDERS_READ,
            Permission.ORDERS_CHANGE,
            Permission.ORDERS_SHIP,
            Permission.AFTER_SALES_DECIDE,
            Permission.PAYMENTS_READ,
            Permission.BILLS_READ,
            Permission.WITHDRAWALS_READ,
            Permission.WITHDRAWALS_ASK,
            Permission.PROGRAMME_READ,
            Permission.TRAIL_READ));

    /// The employer in whose name `actor` hires.
    static Employer of(Actor actor) {
        return of(actor, Permission.OPERATORS_CHANGE, Permission.CLERKS_CHANGE);
    }

    /// The employer in whose name `actor` does what takes one permission of operators, and another of clerks.
    static Employer of(Actor actor, Permission ofOperators, Permission ofClerks) {
        return switch (actor) {
            case Actor.Operator _ -> {
                var operator = actor.requireOperator(ofOperators);
                yield new Employer(actor, operator.id(), OptionalLong.empty(), operator.permissions());
            }
            case Actor.Clerk _, Actor.Member _, Actor.Guest _, Actor.House _ -> {
                var clerk = actor.requireClerk(ofClerks);
                yield new Employer(actor, clerk.id(), OptionalLong.of(clerk.merchant()), clerk.permissions());
            }
        };
    }

    <T> T work(Tables tables, Function<Transaction, T> work) {
        return merchant.isPresent() ? tables.workAs(merchant.getAsLong(), work) : tables.work(work);
    }

    /// As [#work], for a change: the one who asks is held still, and must still be working here.
    void change(Tables tables, Consumer<Transaction> change) {
        work(tables, work -> {
            requireWorking(work);
            change.accept(work);
            return true;
        });
    }

    /// Says no where the one who asks was locked meanwhile.
    void requireWorking(Transaction work) {
        // Both wait here where two change each other: the order is that of the numbers, and one of them is locked then.
        work.all(
                "select id from mall.staff where merchant is not distinct from ? order by id for update",
                row -> row.number("id"),
                merchantOrNull());
        if (!work.exists("select from mall.staff where id = ? and status = 'active'", worker)) {
            throw General.NOT_PERMITTED.with("permission", "active");
        }
    }

    @Nullable
    Long merchantOrNull() {
        return merchant.isPresent() ? merchant.getAsLong() : null;
    }

    /// Says no where one of these permissions is not one that the employer's people have, or not the asker's.
    void requireMayGive(Collection<Permission> given) {
        for (Permission each : given) {
            if (merchant.isPresent() && !OF_MERCHANTS.contains(each)) {
                throw StaffGround.PERMISSION_OUT_OF_REACH.with("permission", Roles.word(each));
            }
            if (!permissions.contains(each)) {
                throw StaffGround.PERMISSION_NOT_YOURS.with("permission", Roles.word(each));
            }
        }
    }

    /// Says no where the asker would change themselves.
    void requireOther(long id) {
        if (id == worker) {
            throw StaffGround.NOT_ON_YOURSELF.with();
        }
    }
}
