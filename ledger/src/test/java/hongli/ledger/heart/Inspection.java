package hongli.ledger.heart;

import hongli.economy.Holding;
import hongli.economy.Totals;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.SteppedLedger;
import hongli.ledger.View;
import hongli.ledger.book.Sight;
import hongli.ledger.reading.MemoryReadModels;
import hongli.ledger.reading.PricePoint;
import hongli.ledger.reading.StatementLine.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/// Looks closely at a ledger when it has just begun, when its read models have just been told, and at the end.
final class Inspection {
    /// Members whose statements are added up at one time.
    private static final int STATEMENTS = 8;

    private Inspection() {}

    /// Somebody who looked is answered.
    static void told(Judge judge, Server.Looker looker) {
        try {
            judge.judge(looker.sight.told(), looker.prospect);
        } catch (JournalUnavailable e) {
            judge.require(looker.troubled, () -> "without trouble everybody may look: " + e);
        }
    }

    /// A ledger that has begun stands exactly where the disk does.
    static void afterStart(Stage stage, SteppedLedger ledger) {
        Judge judge = stage.judge();
        for (int programme = 0; programme < stage.plan().terms().size(); programme++) {
            Docket docket = judge.docket(programme);
            ledger.look(Stage.id(programme), Vista::of).ifPresent(sight -> {
                judge.require(
                        docket.hardened() == docket.length(), () -> "what there is must be on the disk at a start");
                judge.require(
                        sight.position() == docket.length(), () -> "nothing must be missing: " + sight.position());
                judge.judge(sight.told(), docket.prospect(sight.position()));
            });
        }
    }

    /// The whole text of every programme is the model's.
    static void atTheEnd(Stage stage, SteppedLedger ledger) {
        for (int programme = 0; programme < stage.plan().terms().size(); programme++) {
            if (stage.judge().number(programme) == 0) {
                continue;
            }
            String expected = stage.judge().docket(programme).state();
            String found = ledger.look(Stage.id(programme), Inspection::text)
                    .map(Sight::told)
                    .orElse("nothing");
            stage.judge()
                    .require(
                            found.equals(expected),
                            () -> "the engine writes " + found + "\nthe model writes " + expected);
        }
    }

    private static String text(View view) {
        var text = new StringBuilder();
        try {
            view.writeState(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// Statements and prices that have been told up to the last durable row add up to what the model holds.
    static void afterTelling(Stage stage) {
        Judge judge = stage.judge();
        for (int programme = 0; programme < stage.plan().terms().size(); programme++) {
            Docket docket = judge.docket(programme);
            int number = judge.number(programme);
            MemoryReadModels models = stage.disk().models();
            if (number == 0 || models.position(number) != docket.hardened()) {
                continue;
            }
            Totals totals = docket.model().totals();
            PricePoint last = models.lastPrice(number);
            judge.require(
                    last != null
                            && last.pool().equals(totals.pool())
                            && last.circulating().equals(totals.circulating())
                            && last.price().equals(totals.price()),
                    () -> "the last price told must be " + totals + ", but is " + last);
            docket.model().holdings().stream()
                    .skip(docket.hardened() % STATEMENTS)
                    .limit(STATEMENTS)
                    .forEach(holding -> judgeStatement(judge, models, number, holding));
        }
    }

    private static void judgeStatement(Judge judge, MemoryReadModels models, int number, Holding holding) {
        Map<Kind, Wide> told = models.balances(number, holding.member(), Place.NEWEST);
        // Dividends of closed days are a member's cash at once, and are booked when it next acts.
        Wide unbooked = holding.cash().count().minus(of(told, Kind.CASH));
        Wide unused = of(told, Kind.QUOTA).minus(holding.quota().count());
        boolean same = of(told, Kind.POINTS).equals(Wide.of(holding.points().micro()))
                && of(told, Kind.CONSTANT).equals(Wide.of(holding.constant().fen()))
                && of(told, Kind.HELD_CONSTANT)
                        .equals(Wide.of(holding.heldConstant().fen()))
                && unbooked.equals(unused)
                && !unbooked.isNegative();
        judge.require(same, () -> "the statement must add up to " + holding + ", but adds up to " + told);
    }

    private static Wide of(Map<Kind, Wide> balances, Kind kind) {
        return Objects.requireNonNullElse(balances.get(kind), Wide.ZERO);
    }
}
