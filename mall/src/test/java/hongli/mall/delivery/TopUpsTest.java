package hongli.mall.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.access.Actor;
import hongli.mall.delivery.TopUps.Answer;
import hongli.mall.delivery.TopUps.TopUp;
import hongli.mall.order.Orders;
import hongli.mall.payment.TrialMall;
import hongli.mall.table.Listing;
import hongli.mall.timer.Timers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TopUpsTest {
    private static final Listing.Wish ALL = new Listing.Wish(null, null, 100);
    private static final TopUps.Filter ANY = new TopUps.Filter(null, null, null, null);

    private final TrialMall mall = new TrialMall();
    private final SandboxTopUps sandbox = new SandboxTopUps();
    private final Timers timers = new Timers(mall.tables);
    private final TopUps topUps = Delivery.of(mall.tables, timers, new Orders(mall.tables, timers), sandbox)
            .topUps();
    private final Actor.Member member = mall.member();
    private final Actor.Clerk clerk = mall.clerk();

    @AfterEach
    void close() {
        mall.close();
    }

    /// An order that is paid and whose top-up is about to be asked for.
    private TopUp bought(String target) {
        mall.topUp.set(Answer.WAITING);
        long checkout = mall.checkout(member, new TrialMall.Item(clerk.merchant(), "top_up", 1, 30_00, 0));
        mall.tables.run(work -> work.run(
                "update mall.order_line set target = ? where order_id in"
                        + " (select id from mall.orders where checkout = ?)",
                target,
                checkout));
        mall.pay(member, checkout);
        long order = mall.orders(checkout).getFirst();
        return topUps.list(member, new TopUps.Filter(null, order, null, null), ALL)
                .items()
                .getFirst();
    }

    private void pass(Duration time) {
        mall.clock.advance(mall.tables, time);
        timers.runDue();
    }

    @Test
    void loadsOnceHoweverOftenItIsAsked() {
        TopUp waiting = bought("13800001111");
        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));
        assertThat(sandbox.loads())
                .hasSize(1)
                .first()
                .extracting(SandboxTopUps.Load::asked)
                .isEqualTo(2);
        assertThat(sandbox.end("top-up-" + waiting.line(), true).answer()).isEqualTo(Answer.DONE);
        pass(Duration.ofMinutes(1));
        assertThat(mall.status("orders", waiting.order())).isEqualTo("delivered");
        assertThat(sandbox.end("top-up-" + waiting.line(), false).answer()).isEqualTo(Answer.DONE);
        assertThatThrownBy(() -> sandbox.end("top-up-0", true)).hasMessageContaining("not_found");
    }

    @Test
    void saysWhatAProviderThatDoesNotAnswerSaid() {
        bought("13800002222");
        pass(Duration.ofMinutes(1));
        TopUp waiting = topUps.list(member, ANY, ALL).items().getFirst();
        assertThat(waiting.status()).isEqualTo(Answer.WAITING);
        assertThat(waiting.told()).contains("the provider must answer");
        sandbox.end("top-up-" + waiting.line(), true);
        pass(Duration.ofMinutes(1));
        assertThat(topUps.list(member, ANY, ALL).items().getFirst().told()).isEmpty();
    }

    @Test
    void isAskedAtOnceWhereAnOperatorSaysSoAndNotWhereItHasEnded() {
        TopUp waiting = bought("13800001111");
        pass(Duration.ofMinutes(1));
        sandbox.end("top-up-" + waiting.line(), true);
        timers.runDue();
        assertThat(mall.status("top_up", waiting.id())).isEqualTo("waiting");
        topUps.ask(TrialMall.OPERATOR, waiting.id());
        timers.runDue();
        assertThat(mall.status("top_up", waiting.id())).isEqualTo("done");
        assertThatThrownBy(() -> topUps.ask(TrialMall.OPERATOR, waiting.id())).hasMessageContaining("top_up_ended");
        assertThatThrownBy(() -> topUps.ask(clerk, waiting.id())).hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> topUps.ask(TrialMall.OPERATOR, 999)).hasMessageContaining("not_found");
    }

    @Test
    void showsEverybodyTheirOwn() {
        TopUp own = bought("13800001111");
        assertThat(topUps.list(member, ANY, ALL).items()).hasSize(1);
        assertThat(topUps.list(mall.member(), ANY, ALL).items()).isEmpty();
        assertThat(topUps.list(clerk, ANY, ALL).items()).extracting(TopUp::id).containsExactly(own.id());
        assertThat(topUps.list(mall.clerk(), ANY, ALL).items()).isEmpty();
        var filter = new TopUps.Filter(Answer.WAITING, own.order(), clerk.merchant(), "13800001111");
        assertThat(topUps.list(TrialMall.OPERATOR, filter, ALL).items()).hasSize(1);
        var none = new TopUps.Filter(Answer.FAILED, null, null, null);
        assertThat(topUps.list(TrialMall.OPERATOR, none, ALL).items()).isEmpty();
        for (Actor nobody : List.of(new Actor.Guest(), new Actor.House())) {
            assertThatThrownBy(() -> topUps.list(nobody, ANY, ALL)).hasMessageContaining("login_required");
        }
    }
}
