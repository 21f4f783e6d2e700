package hongli.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.app.console.Complaint;
import hongli.mall.sandbox.Nature;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BegunTest {
    private static Nature as(Nature kept, Nature wanted, boolean used) {
        return Begun.as(Optional.of(kept), wanted, used);
    }

    private static Nature fresh(Nature wanted, boolean used) {
        return Begun.as(Optional.empty(), wanted, used);
    }

    @Test
    void anEmptyPlaceBecomesWhatIsAskedFor() {
        assertThat(fresh(Nature.EARNEST, false)).isEqualTo(Nature.EARNEST);
        assertThat(fresh(Nature.SANDBOX, false)).isEqualTo(Nature.SANDBOX);
        assertThat(fresh(Nature.DEMO, false)).isEqualTo(Nature.DEMO_BEGUN);
        assertThat(as(Nature.EARNEST, Nature.SANDBOX, false)).isEqualTo(Nature.SANDBOX);
        assertThat(as(Nature.EARNEST, Nature.DEMO, false)).isEqualTo(Nature.DEMO_BEGUN);
        assertThat(as(Nature.SANDBOX, Nature.DEMO, false)).isEqualTo(Nature.DEMO_BEGUN);
    }

    @Test
    void aSandboxStaysOneAndADemoToo() {
        assertThat(as(Nature.SANDBOX, Nature.EARNEST, true)).isEqualTo(Nature.SANDBOX);
        assertThat(as(Nature.SANDBOX, Nature.SANDBOX, true)).isEqualTo(Nature.SANDBOX);
        for (Nature wanted : new Nature[] {Nature.EARNEST, Nature.SANDBOX, Nature.DEMO}) {
            assertThat(as(Nature.DEMO, wanted, true)).isEqualTo(Nature.DEMO);
        }
    }

    @Test
    void whatIsInEarnestNeverBecomesASandbox() {
        assertThat(as(Nature.EARNEST, Nature.EARNEST, true)).isEqualTo(Nature.EARNEST);
        assertThatThrownBy(() -> as(Nature.EARNEST, Nature.SANDBOX, true))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("cannot become a sandbox");
        assertThatThrownBy(() -> as(Nature.EARNEST, Nature.DEMO, true)).hasMessageContaining("empty place only");
        assertThatThrownBy(() -> as(Nature.SANDBOX, Nature.DEMO, true)).hasMessageContaining("empty place only");
    }

    @Test
    void whatWasImportedAndNeverServedMayBecomeASandboxButNoDemo() {
        assertThat(fresh(Nature.SANDBOX, true)).isEqualTo(Nature.SANDBOX);
        assertThat(fresh(Nature.EARNEST, true)).isEqualTo(Nature.EARNEST);
        assertThatThrownBy(() -> fresh(Nature.DEMO, true)).hasMessageContaining("empty place only");
    }

    @Test
    void aDemoThatWasBrokenOffIsFilledAnewOrNotOpened() {
        assertThat(as(Nature.DEMO_BEGUN, Nature.DEMO, true)).isEqualTo(Nature.DEMO_BEGUN);
        assertThatThrownBy(() -> as(Nature.DEMO_BEGUN, Nature.EARNEST, true)).hasMessageContaining("serve --demo");
        assertThatThrownBy(() -> as(Nature.DEMO_BEGUN, Nature.SANDBOX, true)).hasMessageContaining("serve --demo");
    }
}
