package hongli.mall.programme;

import hongli.economy.terms.Terms;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.ledger.wire.TermsJson;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.table.Tables;
import hongli.mall.trail.Trail;
import java.util.Map;
import java.util.Optional;

/// Which programme the mall feeds: opened with usual terms at the first start, or with the operator's own as long as
/// nothing was told to one.
public final class Programmes {
    /// What the usual programme is called.
    public static final String USUAL_NAME = "商城积分";

    private final Tables tables;
    private final Ledger ledger;

    public Programmes(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    /// The programme that the mall feeds.
    ///
    /// @param terms nothing where it is not open
    /// @param mayChange whether the mall may still be given another one
    public record Fed(ProgrammeId id, Optional<String> name, Optional<Terms> terms, boolean mayChange) {}

    /// The terms of a programme that nobody has thought about: moderate, with one paid level of referrals.
    public static Terms usual() {
        return TermsJson.beside(Programmes.class);
    }

    /// Opens the programme that the settings name with the usual terms, unless there is one of that name, with whatever
    /// terms; whether it was opened by this.
    ///
    /// @throws hongli.ledger.JournalUnavailable where the journal cannot be written
    public boolean openUsual() {
        ProgrammeId id = id();
        return ledger.read(id, View::name).isEmpty() && ledger.open(id, USUAL_NAME, usual()) == Ledger.Opening.OPENED;
    }

    private ProgrammeId id() {
        return tables.work(ShopTerms::read).programme();
    }

    /// The programme that the mall feeds, for an operator.
    public Fed fed(Actor actor) {
        actor.requireOperator(Permission.PROGRAMME_READ);
        return fed();
    }

    /// The programme that the mall feeds.
    public Fed fed() {
        ProgrammeId id = id();
        return new Fed(id, ledger.read(id, View::name), ledger.read(id, View::terms), !isTold());
    }

    private boolean isTold() {
        return tables.work(work -> work.exists("select from mall.outbox limit 1"));
    }

    /// Opens a programme with an operator's own terms, which are fixed for good, and has the mall feed it. Once
    /// anything was told to a programme, the mall keeps it: nobody's points are left behind.
    public Fed open(Actor actor, ProgrammeId id, String name, Terms terms) {
        var operator = actor.requireOperator(Permission.PROGRAMME_CHANGE);
        tables.run(work -> {
            // Whoever would tell the programme something waits, or was first.
            work.run("lock table mall.outbox in share row exclusive mode");
            ProgrammeId before = ShopTerms.read(work).programme();
            if (!before.equals(id) && work.exists("select from mall.outbox limit 1")) {
                throw ProgrammeGround.PROGRAMME_IN_USE.with("programme", before.text());
            }
            if (ledger.open(id, name, terms) == Ledger.Opening.TAKEN) {
                throw ProgrammeGround.PROGRAMME_ID_TAKEN.with("programme", id.text());
            }
            work.run("update mall.setting set value = to_jsonb(?::text) where name = 'programme'", id.text());
            Trail.tell(
                    work,
                    operator,
                    "programme.chosen",
                    new Trail.Subject("setting", 0),
                    new Trail.Change(Map.of("programme", before.text()), Map.of("programme", id.text())));
        });
        return fed();
    }
}
