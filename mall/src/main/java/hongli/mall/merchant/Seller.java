package hongli.mall.merchant;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.util.function.Function;

/// In whose name goods are offered and sent, and who does it: a clerk for its merchant, an operator for the platform's
/// own shop.
public record Seller(Actor actor, long merchant) {
    /// Says no to whoever may act for no seller, before what they ask for is read.
    ///
    /// @throws hongli.mall.refusal.Refusal where it may not
    public static Actor requireMay(Actor actor, Permission permission) {
        return actor instanceof Actor.Operator ? actor.requireOperator(permission) : actor.requireClerk(permission);
    }

    /// The seller that `actor` may act for.
    ///
    /// @throws hongli.mall.refusal.Refusal where it may not
    public static Seller of(Tables tables, Actor actor, Permission permission) {
        long merchant = requireMay(actor, permission) instanceof Actor.Clerk clerk
                ? clerk.merchant()
                : tables.work(Mode::ownShop);
        return new Seller(actor, merchant);
    }

    /// Works in this seller's name; the database holds the work to the merchant's rows.
    public <T> T work(Tables tables, Function<Transaction, T> work) {
        return tables.workAs(merchant, work);
    }
}
