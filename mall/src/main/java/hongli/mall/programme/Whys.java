package hongli.mall.programme;

import hongli.economy.Price;
import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.terms.Terms;
import hongli.ledger.Event;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.ledger.reading.PricePoint;
import hongli.mall.access.Actor;
import hongli.mall.refusal.General;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Leads every grant in a member's statement back to the order's line it came of, and to the formula with
/// its numbers.
public final class Whys {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String GRANTS = """
            select s.id, s.number, s.position, s.amount_fen, s.base_fen, s.points_micro, s.made_at, s.reversed_at,
                o.number as order_number, l.title, l.quantity
            from mall.settlement s join mall.order_line l on l.id = s.line join mall.orders o on o.id = l.order_id
            """;

    private final Tables tables;
    private final Ledger ledger;

    public Whys(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    /// What a line of an order brought its buyer.
    ///
    /// @param title what was bought; null for those who referred the buyer, to whom it is no business
    /// @param position where the programme answered, or null where it has not yet
    /// @param reversedAt when it was undone, or null
    public record Granted(
            String number,
            String order,
            @Nullable String title,
            long quantity,
            @Nullable Long position,
            Money amount,
            Money base,
            @Nullable Points points,
            Instant at,
            @Nullable Instant reversedAt) {
        Granted withoutGoods() {
            return new Granted(number, order, null, quantity, position, amount, base, points, at, reversedAt);
        }
    }

    /// Why a member holds points of an order.
    ///
    /// @param points what this member was granted, which limits may have made less than the formula's
    public record Why(Granted granted, Points points, Formula formula) {}

    /// What orders have brought the asking member, page by page.
    public Page<Granted> granted(Actor actor, Listing.Wish wish) {
        long member = actor.requireMember().id();
        return tables.work(work -> Listing.of(GRANTS)
                .where("s.member = ?", member)
                .page(work, wish, Map.of("at", "made_at timestamptz"), Whys::read));
    }

    /// Why the asking member was granted points at `position` of the programme's journal.
    public Why why(Actor actor, long position) {
        long asking = actor.requireMember().id();
        MemberId member = Ids.member(asking);
        ProgrammeId programme = tables.work(ShopTerms::read).programme();
        Event event = event(programme, position).orElseThrow(Whys::unknown);
        if (event.command() instanceof Command.SettleOrder settle
                && event.outcome() instanceof Outcome.Applied(Fact fact)) {
            var points = new Points(Previews.granted(fact, member, Kind.POINTS).toLong());
            int step = step(programme, settle.member(), member);
            if (step < 0) {
                throw unknown();
            }
            Granted granted = tables.work(work -> work.find(
                            GRANTS + " where s.number = ?",
                            Whys::read,
                            settle.order().text()))
                    .orElseThrow(Whys::unknown);
            Terms terms = ledger.read(programme, View::terms).orElseThrow(Whys::unknown);
            Formula formula = Formula.of(terms, settle.base(), step, priceBefore(programme, position));
            return new Why(step == 0 ? granted : granted.withoutGoods(), points, formula);
        }
        throw unknown();
    }

    private Optional<Event> event(ProgrammeId programme, long position) {
        return ledger.events()
                .after(programme, position - 1, 1)
                .flatMap(found -> found.stream().findFirst());
    }

    /// How many steps up the referral line `member` stands from the buyer, or -1 where nothing is granted
    /// to it.
    private int step(ProgrammeId programme, MemberId buyer, MemberId member) {
        return ledger.read(programme, view -> {
                    int last = view.terms().referralRates().size();
                    MemberId at = buyer;
                    for (int step = 0; step <= last && at != null; step++) {
                        if (at.equals(member)) {
                            return step;
                        }
                        var holding = view.holding(at);
                        at = holding == null ? null : holding.referrer();
                    }
                    return -1;
                })
                .orElse(-1);
    }

    /// The price that the entry at `position` found: the last of the history before it. Looks further back
    /// each time.
    Price priceBefore(ProgrammeId programme, long position) {
        if (!ledger.awaitReadModels(PATIENCE)) {
            throw ProgrammeGround.LEDGER_BUSY.with();
        }
        for (int back = 8; ; back *= 8) {
            long from = Math.max(0, position - back);
            List<PricePoint> found =
                    ledger.prices().page(programme, from, (int) (position - from)).orElse(List.of()).stream()
                            .filter(point -> point.position() < position)
                            .toList();
            if (!found.isEmpty()) {
                return found.getLast().price();
            }
            if (from == 0) {
                return ledger.read(programme, view -> Price.ofPar(view.terms().par()))
                        .orElseThrow(Whys::unknown);
            }
        }
    }

    private static Refusal unknown() {
        return General.NOT_FOUND.with();
    }

    private static Granted read(Row row) throws SQLException {
        var position = row.findNumber("position");
        var points = row.findNumber("points_micro");
        return new Granted(
                row.text("number"),
                row.text("order_number"),
                row.text("title"),
                row.number("quantity"),
                position.isPresent() ? position.getAsLong() : null,
                row.money("amount_fen"),
                row.money("base_fen"),
                points.isPresent() ? new Points(points.getAsLong()) : null,
                row.time("made_at"),
                row.findTime("reversed_at").orElse(null));
    }
}
