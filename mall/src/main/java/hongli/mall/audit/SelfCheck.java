package hongli.mall.audit;

import hongli.economy.exact.Decimals;
import hongli.ledger.LawsSeen;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.posting.TrialBalance;
import hongli.mall.programme.ShopTerms;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The laws of the programmes and the rules of the mall, looked at while both are open.
///
/// The mall's tables are seen as at one moment, and its programme up to a position from before it. What is on its way
/// just then may look like a contradiction: whatever contradicts is looked at once more, and only what still does is
/// told. What a replay alone can show, the check of a closed house shows.
public final class SelfCheck {
    private static final int MOST_PROGRAMMES = 20;
    private static final int YUAN = 14;
    private static final String AS_AT_ONE_MOMENT = "set transaction isolation level repeatable read, read only";

    private final Tables tables;
    private final Ledger ledger;

    public SelfCheck(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    /// A programme and its laws.
    public record Laws(ProgrammeId programme, String name, LawsSeen seen) {}

    /// A rule of the mall.
    ///
    /// @param code its name, which does not change
    /// @param what must hold
    /// @param seen how many things it speaks of
    /// @param findings what contradicts it, a hundred at most
    public record Rules(String code, String what, long seen, List<Finding> findings) {
        public Rules {
            findings = List.copyOf(findings);
        }

        public boolean holds() {
            return findings.isEmpty();
        }
    }

    /// Both books together.
    ///
    /// @param total of all accounts, in yuan
    /// @param between what only one book knows, in yuan
    /// @param onTheWay whether something is being told just now
    public record Balance(String total, String between, boolean onTheWay, boolean holds) {}

    /// What was seen.
    public record Seen(Instant at, List<Laws> programmes, List<Rules> rules, Optional<Balance> balance) {
        public Seen {
            programmes = List.copyOf(programmes);
            rules = List.copyOf(rules);
        }

        public boolean holds() {
            return programmes.stream()
                            .flatMap(each -> each.seen().laws().stream())
                            .allMatch(law -> law.holds())
                    && rules.stream().allMatch(Rules::holds)
                    && balance.map(Balance::holds).orElse(true);
        }
    }

    /// Looks at everything, for an operator. One at a time: it reads both books from the beginning.
    public synchronized Seen look(Actor actor) {
        actor.requireOperator(Permission.PROGRAMME_READ);
        Seen first = look();
        return first.holds() ? first : look();
    }

    private Seen look() {
        List<Laws> programmes = ledger.programmes().stream()
                .limit(MOST_PROGRAMMES)
                .flatMap(id -> laws(id).stream())
                .toList();
        ProgrammeId fed = tables.work(ShopTerms::read).programme();
        Optional<Long> upTo = ledger.read(fed, View::position);
        return tables.work(work -> {
            work.send(AS_AT_ONE_MOMENT);
            List<Rules> rules = new ArrayList<>();
            for (Rule rule : Rule.values()) {
                rules.add(new Rules(
                        rule.name().toLowerCase(Locale.ROOT), rule.what(), rule.seen(work), rule.contradictions(work)));
            }
            upTo.ifPresent(position -> rules.add(told(work, fed, position)));
            return new Seen(work.now(), programmes, rules, upTo.map(position -> balance(work, fed, position)));
        });
    }

    private Optional<Laws> laws(ProgrammeId id) {
        return ledger.laws(id).flatMap(seen -> ledger.read(id, View::name).map(name -> new Laws(id, name, seen)));
    }

    private Rules told(Transaction work, ProgrammeId fed, long upTo) {
        return new Rules("outbox_is_the_journal", Told.RULE, upTo, Told.contradictions(work, ledger, fed, upTo));
    }

    private Balance balance(Transaction work, ProgrammeId fed, long upTo) {
        TrialBalance balance = TrialBalance.of(work, ledger, fed, upTo);
        boolean onTheWay = Audit.isOnTheWay(work)
                || work.exists("select from mall.outbox where programme = ? and position > ?", fed.text(), upTo);
        return new Balance(
                Decimals.format(balance.total(), YUAN),
                Decimals.format(balance.between(), YUAN),
                onTheWay,
                balance.total().isZero() && (balance.between().isZero() || onTheWay));
    }
}
