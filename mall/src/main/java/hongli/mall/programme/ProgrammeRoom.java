package hongli.mall.programme;

import hongli.economy.fact.Account;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.posting.LedgerBook;
import hongli.mall.posting.LedgerSums;
import hongli.mall.posting.TrialBalance;
import hongli.mall.setting.Settings;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.timer.Timers;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that the mall has to do with the programme: what it tells, what it asks, and how the telling stands.
public record ProgrammeRoom(
        Tables tables,
        Ledger ledger,
        Courier courier,
        Previews previews,
        Deductions deductions,
        Whys whys,
        LedgerPurse purse,
        Programmes programmes,
        Assets assets,
        LedgerSums sums) {
    private static final String OUTBOX = """
            select id, programme, key, command::text as command, made_at, sent_at, position, refusal from mall.outbox
            """;

    /// Makes the room; orders are looked at from now on when their timers become due.
    public static ProgrammeRoom of(Tables tables, Timers timers, Settings settings, Ledger ledger) {
        Settling.register(timers);
        DayClosing.register(timers, settings, ledger);
        return new ProgrammeRoom(
                tables,
                ledger,
                new Courier(tables, ledger),
                new Previews(tables, ledger),
                new Deductions(tables, ledger),
                new Whys(tables, ledger),
                new LedgerPurse(tables, ledger),
                new Programmes(tables, ledger),
                new Assets(tables, ledger),
                new LedgerSums(ledger));
    }

    /// A row of the outbox.
    ///
    /// @param command as JSON
    public record Told(
            long id,
            String programme,
            String key,
            String command,
            Instant at,
            @Nullable Instant sentAt,
            @Nullable Long position,
            @Nullable String refusal) {}

    /// How rows of the outbox stand that a page shows.
    public enum Show {
        ALL,
        WAITING,
        REFUSED
    }

    /// Which rows of the outbox a page shows; null where it does not matter.
    ///
    /// @param order the number of the order they tell of
    /// @param member the member they tell of
    public record Filter(
            Show show, @Nullable String order, @Nullable Long member) {}

    /// The programme that the mall feeds.
    public ProgrammeId id() {
        return tables.work(ShopTerms::read).programme();
    }

    /// How the outbox stands, for an operator.
    public Courier.Standing standing(Actor actor) {
        actor.requireOperator(Permission.PROGRAMME_READ);
        return tables.work(Courier.Standing::read);
    }

    /// Rows of the outbox, for an operator.
    public Page<Told> outbox(Actor actor, Filter filter, Listing.Wish wish) {
        actor.requireOperator(Permission.PROGRAMME_READ);
        Listing listing = switch (filter.show()) {
            case ALL -> Listing.of(OUTBOX);
            case WAITING -> Listing.of(OUTBOX).where("sent_at is null");
            case REFUSED -> Listing.of(OUTBOX).where("refusal is not null");
        };
        listing.whereGiven("starts_with(command ->> 'order', 'order:' || ? || ':')", filter.order());
        Long member = filter.member();
        if (member != null) {
            listing.where("command ->> 'member' = ?", Ids.member(member).text());
        }
        return tables.work(work -> listing.page(work, wish, Map.of("at", "made_at timestamptz"), ProgrammeRoom::told));
    }

    /// Both books together, for an operator.
    public TrialBalance trialBalance(Actor actor) {
        actor.requireOperator(Permission.PROGRAMME_READ);
        ProgrammeId id = id();
        return tables.work(work -> TrialBalance.of(work, sums.upTo(id, Long.MAX_VALUE)));
    }

    /// What moved on one of the ledger's accounts, for an operator; see [LedgerBook#page].
    public LedgerBook.Lines ledgerLines(Actor actor, Account.Kind account, long after, int most) {
        actor.requireOperator(Permission.PROGRAMME_READ);
        var source = new LedgerBook.Source(ledger, id());
        return tables.work(work -> LedgerBook.page(work, source, account, after, most));
    }

    private static Told told(Row row) throws SQLException {
        var position = row.findNumber("position");
        return new Told(
                row.number("id"),
                row.text("programme"),
                row.text("key"),
                row.text("command"),
                row.time("made_at"),
                row.findTime("sent_at").orElse(null),
                position.isPresent() ? position.getAsLong() : null,
                row.findText("refusal").orElse(null));
    }
}
