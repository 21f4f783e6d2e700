package hongli.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.ledger.journal.MemoryJournal;
import hongli.web.SampleShop.Loaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class WineShopTest {
    private final Ledger ledger = Ledger.start(new MemoryJournal(), LedgerSettings.standard());
    private final WineShop shop = new WineShop(ledger);

    @Test
    void loadingItAgainChangesNothing() {
        Loaded first = shop.load();
        String state = state(first.programme());
        assertThat(shop.load()).isEqualTo(first);
        assertThat(state(first.programme())).isEqualTo(state);
        assertThat(position(first.programme()))
                .isEqualTo(first.commands())
                .isEqualTo(WineShop.commands().size());
        assertThat(state).contains("\"王芳\"").contains("\"rejected\": []");
    }

    @Test
    void leavesAProgrammeOfSomebodyElseAlone() {
        var taken = new ProgrammeId("wine-shop");
        ledger.open(taken, "somebody's", WineShop.terms());
        assertThat(shop.load().programme()).isEqualTo(new ProgrammeId("wine-shop-2"));
        assertThat(position(taken)).isZero();
    }

    private long position(ProgrammeId programme) {
        return ledger.read(programme, View::position).orElseThrow();
    }

    private String state(ProgrammeId programme) {
        return ledger.read(programme, WineShopTest::text).orElseThrow();
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
}
