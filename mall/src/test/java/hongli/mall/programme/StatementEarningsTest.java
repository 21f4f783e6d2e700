package hongli.mall.programme;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.Market;
import hongli.mall.access.Actor;
import hongli.mall.login.Contact;
import hongli.mall.people.People;
import hongli.mall.people.SignUps;
import hongli.mall.referral.Earnings;
import hongli.mall.table.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatementEarningsTest {
    private static final String TWO_LEVELS = Stall.TERMS.replace("[\"0.10\"]", "[\"0.10\", \"0.05\"]");

    private final Stall stall = new Stall(TWO_LEVELS);
    private final Earnings earnings =
            new StatementEarnings(stall.tables, stall.ledger, new Whys(stall.tables, stall.ledger));
    private final long top = stall.member("top", null);
    private final long middle = stall.member("middle", top);
    private final long buyer = stall.member("buyer", middle);
    private final long merchant = stall.merchant("店", 0);

    @AfterEach
    void close() {
        stall.close();
    }

    private long settled(long who, long fen) {
        long order = stall.order(who, merchant, new Stall.Piece(fen));
        stall.pay(order);
        stall.complete(order);
        stall.passReturns();
        return order;
    }

    private Page<Earnings.Earned> of(long referrer, OptionalLong referred) {
        return earnings.of(new Earnings.Question(referrer, referred, null, 50));
    }

    @Test
    void everyGrantUpTheLineIsToldWithItsOrderAndFormula() {
        settled(buyer, 10_000);
        settled(middle, 20_000);

        List<Earnings.Earned> ofMiddle = of(middle, OptionalLong.empty()).items();
        assertThat(ofMiddle).hasSize(1);
        Earnings.Earned one = ofMiddle.getFirst();
        assertThat(one.referred()).isEqualTo(buyer);
        assertThat(one.level()).isEqualTo(1);
        assertThat(one.order()).isEqualTo("order:1001:line:1");
        assertThat(one.isReversal()).isFalse();
        assertThat(one.why()).startsWith("100.00 × 0.3 = 30.00; × 0.1 = 3.00; ");
        assertThat(one.points().toString()).isEqualTo("3.000000");
        assertThat(one.why()).endsWith("= 3.000000");

        assertThat(of(top, OptionalLong.empty()).items())
                .extracting(Earnings.Earned::referred, Earnings.Earned::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(middle, 1), org.assertj.core.groups.Tuple.tuple(buyer, 2));
        assertThat(of(top, OptionalLong.of(buyer)).items()).hasSize(1);
        assertThat(of(buyer, OptionalLong.empty()).items()).isEmpty();
    }

    @Test
    void whatAReturnTookIsToldToo() {
        long order = settled(buyer, 10_000);
        stall.refund(stall.lines(order).getFirst(), 1, 10_000);
        stall.passReturns();
        List<Earnings.Earned> told = of(middle, OptionalLong.empty()).items();
        assertThat(told).extracting(Earnings.Earned::isReversal).containsExactly(true, false);
        assertThat(told.getFirst().points()).isEqualTo(told.getLast().points());
        assertThat(told.getFirst().why()).isEqualTo("order.reversed");
    }

    @Test
    void pagesGoOnWhereTheyEndedAndMadeUpCursorsAreRefused() {
        for (int i = 0; i < 5; i++) {
            settled(buyer, 1_000 + i);
        }
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            var page = earnings.of(new Earnings.Question(middle, OptionalLong.empty(), next.orElse(null), 2));
            page.items().forEach(each -> seen.add(each.order()));
            next = page.next();
        } while (next.isPresent());
        assertThat(seen)
                .containsExactly(
                        "order:1005:line:1",
                        "order:1004:line:1",
                        "order:1003:line:1",
                        "order:1002:line:1",
                        "order:1001:line:1");
        assertThat(Market.code(() -> earnings.of(new Earnings.Question(middle, OptionalLong.empty(), "'; drop", 2))))
                .isEqualTo("fields_unsound");
    }

    @Test
    void whoeverSignsUpJoinsTheProgrammeWithWhoBroughtThem() {
        var people = People.of(stall.tables, new Joining(), earnings);
        long first = joined(people, "first@example.com", Optional.empty());
        String code = people.referrals().invitation(new Actor.Member(first)).code();
        long second = joined(people, "second@example.com", Optional.of(code));
        long third = stall.tables.work(
                work -> people.signUps().take(work, new Contact.Email("third@example.com"), "三", code));
        stall.courier.sendAll();
        for (long brought : List.of(second, third)) {
            var referrer = stall.ledger
                    .read(
                            Stall.PROGRAMME,
                            view -> Optional.ofNullable(view.holding(Ids.member(brought)))
                                    .flatMap(holding -> Optional.ofNullable(holding.referrer())))
                    .orElseThrow();
            assertThat(referrer).contains(Ids.member(first));
        }
        assertThat(stall.tables.work(Courier.Standing::read).refused()).isZero();
    }

    private static long joined(People people, String address, Optional<String> code) {
        return people.signUps()
                .signUp(new SignUps.Wish(address, "a long password", Optional.empty(), code, "link"))
                .member();
    }
}
