package hongli.ledger;

import static hongli.ledger.trial.Trial.TERMS;
import static hongli.ledger.trial.Trial.WINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.Totals;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.trial.FaultyJournal;
import hongli.ledger.trial.FaultyJournal.Fault;
import hongli.ledger.trial.Trial;
import hongli.ledger.wire.TermsJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What goes wrong only when steps come in one certain order; each was first found by the simulator.
final class LedgerSteppedTest {
    private final FaultyJournal journal = new FaultyJournal(new MemoryJournal());
    private final SteppedLedger ledger = SteppedLedger.start(journal, Trial.settings());

    @Test
    void endsInOrderWhenTheLastFlushFails() {
        ledger.open(WINE, "w", TERMS);
        var errand = ledger.handIn(WINE, List.of(Trial.join("k", "A"))).orElseThrow();
        journal.failOnce(Fault.AFTER_APPEND);
        ledger.writing().step();
        ledger.close();
        assertThat(errand.answers()).containsExactly(new Answer.Unavailable());
    }

    @Test
    void tellsNobodyOfAnOpeningThatMayBeLost() {
        journal.failOnce(Fault.AFTER_OPEN);
        assertThatThrownBy(() -> ledger.open(WINE, "w", TERMS)).isInstanceOf(JournalUnavailable.class);
        journal.failOnce(Fault.FLUSH);
        assertThatThrownBy(() -> ledger.open(WINE, "w", TERMS)).isInstanceOf(JournalUnavailable.class);
        assertThat(ledger.open(WINE, "w", TERMS)).isEqualTo(Ledger.Opening.ALREADY_OPEN);
    }

    @Test
    void tellsThePriceThatIsLeftWhenAllPointsAreSoldAtOnce() {
        var terms = TermsJson.parse("""
                {"cap":"1000","founderPoints":"0","poolRate":"0.3","grantRate":"1","quotaMultiple":"0.3",
                 "redemptionFee":"0.1","forcedSale":true}
                """);
        ledger.open(WINE, "w", terms);
        ledger.handIn(WINE, List.of(Trial.join("k", "A"), Trial.order("o", "o", "A", "0.09")));
        ledger.writing().step();
        ledger.flushing().step();
        ledger.tell();
        Totals totals = ledger.look(WINE, View::totals).orElseThrow().told();
        assertThat(totals.pool().fen()).isZero();
        assertThat(ledger.prices().page(WINE, 0, 10).orElseThrow().getLast().price())
                .isEqualTo(totals.price());
    }
}
