package hongli.mall.posting;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.fact.Account.Kind;
import hongli.ledger.Key;
import hongli.ledger.Submission;
import hongli.mall.programme.Stall;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LedgerSumsTest {
    private final Stall stall = new Stall();
    private final LedgerSums sums = new LedgerSums(stall.ledger);

    @AfterEach
    void close() {
        stall.close();
    }

    private void submit(String key, Command command) {
        stall.ledger.submit(Stall.PROGRAMME, new Submission(new Key(key), command));
    }

    private Map<Kind, ?> fresh(long upTo) {
        return new LedgerSums(stall.ledger).upTo(Stall.PROGRAMME, upTo);
    }

    @Test
    void tellsTheSameWhetherItReadsOnOrReadsAll() {
        var member = new MemberId("a");
        submit("j", new Command.JoinMember(member, null, false));
        for (int i = 1; i <= 5; i++) {
            submit("o" + i, new Command.SettleOrder(new OrderId("o" + i), member, new Money(777), new Money(555)));
            assertThat(sums.upTo(Stall.PROGRAMME, Long.MAX_VALUE)).isEqualTo(fresh(Long.MAX_VALUE));
        }
        assertThat(sums.upTo(Stall.PROGRAMME, 3)).isEqualTo(fresh(3)).isNotEqualTo(fresh(6));
        assertThat(sums.upTo(Stall.PROGRAMME, 6)).isEqualTo(fresh(6));
    }
}
