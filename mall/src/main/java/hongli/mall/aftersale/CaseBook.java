package hongli.mall.aftersale;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Cases as those may look at them who have to do with them: the member, the merchant's clerks, the platform.
public final class CaseBook {
    private final Tables tables;

    public CaseBook(Tables tables) {
        this.tables = tables;
    }

    /// Which cases are shown; null where it does not matter.
    public record Filter(
            Case.@Nullable Status status,
            Case.@Nullable Kind kind,
            @Nullable Long order,
            @Nullable Long member) {}

    /// One step that a case took.
    public record Event(Instant at, String actor, String after, String note) {}

    /// A case with its steps.
    public record History(Case found, List<Event> events) {
        public History {
            events = List.copyOf(events);
        }
    }

    public Page<Case> list(Actor actor, Filter filter, Listing.Wish wish) {
        return look(actor, work -> {
            Listing listing = Listing.of("select a.* from mall.after_sale a")
                    .whereGiven("a.status = ?", filter.status())
                    .whereGiven("a.kind = ?", filter.kind())
                    .whereGiven("a.order_id = ?", filter.order())
                    .whereGiven("a.member = ?", filter.member());
            if (actor instanceof Actor.Member member) {
                listing.where("a.member = ?", member.id());
            }
            Map<String, String> sorts = new LinkedHashMap<>();
            sorts.put("id", "id bigint");
            sorts.put("amount", "amount_fen bigint");
            return listing.page(work, wish, sorts, Case::of);
        });
    }

    public History one(Actor actor, long id) {
        return look(actor, work -> {
            Case found = work.find("select * from mall.after_sale where id = ?", Case::of, id)
                    .filter(each -> !(actor instanceof Actor.Member member) || each.member() == member.id())
                    .orElseThrow(General.NOT_FOUND::with);
            return new History(
                    found,
                    work.all(
                            "select at, actor, after, note from mall.after_sale_event where after_sale = ? order by id",
                            row -> new Event(row.time("at"), row.text("actor"), row.text("after"), row.text("note")),
                            id));
        });
    }

    private <T> T look(Actor actor, Function<Transaction, T> look) {
        return switch (actor) {
            case Actor.Clerk clerk -> {
                clerk.requireClerk(Permission.ORDERS_READ);
                yield tables.workAs(clerk.merchant(), look);
            }
            case Actor.Operator operator -> {
                operator.requireOperator(Permission.ORDERS_READ);
                yield tables.work(look);
            }
            case Actor.Member _ -> tables.work(look);
            case Actor.Guest _, Actor.House _ -> throw General.LOGIN_REQUIRED.with();
        };
    }
}
