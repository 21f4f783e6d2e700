package hongli.mall.bill;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.posting.PostingBook;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.util.function.Function;

/// One bill and what it is made of: the postings of its merchant in its period, each with its order.
public final class BillBook {
    private final Tables tables;

    public BillBook(Tables tables) {
        this.tables = tables;
    }

    /// A bill, for an operator or a clerk of its merchant who may see bills.
    public Bills.Bill one(Actor actor, long id) {
        return as(actor, work -> bill(work, id));
    }

    /// The postings that a bill adds up.
    public Page<PostingBook.Line> lines(Actor actor, long id, Listing.Wish wish) {
        return as(actor, work -> {
            Bills.Bill bill = bill(work, id);
            var period = new PostingBook.Filter(
                    null,
                    null,
                    bill.merchant(),
                    null,
                    null,
                    bill.period().begin(),
                    bill.period().end());
            return PostingBook.billed(work, period, wish);
        });
    }

    private static Bills.Bill bill(Transaction work, long id) {
        return work.find(Bills.BILLS + " where b.id = ?", Bills::read, id).orElseThrow(General.NOT_FOUND::with);
    }

    private <T> T as(Actor actor, Function<Transaction, T> deed) {
        if (actor instanceof Actor.Clerk) {
            return tables.workAs(actor.requireClerk(Permission.BILLS_READ).merchant(), deed);
        }
        actor.requireOperator(Permission.BILLS_READ);
        return tables.work(deed);
    }
}
