package hongli.mall.programme;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.terms.Terms;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.wire.TermsJson;
import hongli.mall.Malls;
import hongli.mall.Market;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.login.Contact;
import hongli.mall.people.People;
import hongli.mall.referral.Earnings;
import hongli.mall.table.Tables;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgrammesTest {
    private static final Actor OPERATOR = new Actor.Operator(1, EnumSet.allOf(Permission.class));
    private static final ProgrammeId MALL = new ProgrammeId("mall");
    private static final ProgrammeId OWN = new ProgrammeId("own");

    private final Ledger ledger = Ledger.start(new MemoryJournal(), LedgerSettings.standard());
    private final Tables tables = Malls.tables();
    private final Programmes programmes = new Programmes(tables, ledger);
    private final Terms terms = TermsJson.parse(Stall.TERMS);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void theUsualProgrammeIsOpenedOnceAndWhatIsThereIsLeftAlone() {
        assertThat(programmes.fed().terms()).isEmpty();
        assertThat(programmes.openUsual()).isTrue();
        assertThat(programmes.openUsual()).isFalse();
        assertThat(ledger.read(MALL, View::terms)).contains(Programmes.usual());

        ledger.open(OWN, "自己的", terms);
        tables.run(work -> work.run("update mall.setting set value = '\"own\"' where name = 'programme'"));
        assertThat(programmes.openUsual()).isFalse();
        assertThat(programmes.fed().terms()).contains(terms);
    }

    @Test
    void theUsualTermsAreModerate() {
        Terms usual = Programmes.usual();
        assertThat(usual.referralRates()).hasSize(1);
        assertThat(usual.founderPoints().micro()).isPositive();
        assertThat(usual.quotaMultiple().millionths()).isLessThan(1_000_000);
    }

    @Test
    void operatorsChooseTheirOwnAsLongAsNothingWasTold() {
        programmes.openUsual();
        var fed = programmes.open(OPERATOR, OWN, "自己的", terms);
        assertThat(fed.id()).isEqualTo(OWN);
        assertThat(fed.terms()).contains(terms);
        assertThat(fed.mayChange()).isTrue();
        assertThat(Market.code(() -> programmes.open(OPERATOR, MALL, "别的", terms)))
                .isEqualTo("programme_id_taken");
        assertThat(programmes.fed().id()).isEqualTo(OWN);

        join("a@example.com");
        assertThat(programmes.fed().mayChange()).isFalse();
        assertThat(Market.code(() -> programmes.open(OPERATOR, MALL, Programmes.USUAL_NAME, Programmes.usual())))
                .isEqualTo("programme_in_use");
        assertThat(programmes.open(OPERATOR, OWN, "自己的", terms).id()).isEqualTo(OWN);
    }

    @Test
    void onlyWhoMayChooses() {
        var reader = new Actor.Operator(2, Set.of(Permission.PROGRAMME_READ));
        assertThat(Market.code(() -> programmes.open(reader, OWN, "x", terms))).isEqualTo("not_permitted");
        assertThat(Market.code(() -> programmes.fed(new Actor.Member(1)))).isEqualTo("not_permitted");
        assertThat(programmes.fed(reader).mayChange()).isTrue();
    }

    private void join(String address) {
        var people = People.of(tables, new Joining(), Earnings.UNKNOWN);
        tables.run(work -> people.signUps().take(work, new Contact.Email(address), "某人"));
    }
}
