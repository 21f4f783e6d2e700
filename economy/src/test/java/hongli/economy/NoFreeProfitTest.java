package hongli.economy;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Transfer.Reason;
import hongli.economy.terms.Terms;
import hongli.economy.terms.TermsReader;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Laws 9 and 10: nobody gains by going in circles, and more is never less.
final class NoFreeProfitTest {
    @Test
    void noCoalitionGainsByRedeemingAndConverting() {
        Seeds.each(1_000, random -> {
            Life life = Life.any(random, RandomTerms.withPool(random), 150);
            Set<MemberId> coalition = new HashSet<>();
            life.world().holdings().stream()
                    .filter(_ -> random.nextBoolean())
                    .forEach(holding -> coalition.add(holding.member()));
            for (int round = 0; round < 30; round++) {
                World before = life.world();
                Fact fact = Life.fact(life.programme().apply(anything(random, before, coalition)));
                if (paysOutsiders(fact, coalition)) {
                    // The fee of an outsider who is sold out is shared by all holders: no profit of their own making.
                    return;
                    // making.
                }
                World after = life.world();
                BigInteger left = wealth(before, coalition)
                        .multiply(Big.of(after.totals().price().micro()));
                BigInteger right = wealth(after, coalition)
                        .multiply(Big.of(before.totals().price().micro()));
                assertThat(right).isLessThanOrEqualTo(left);
            }
        });
    }

    private static Command anything(RandomGenerator random, World world, Set<MemberId> coalition) {
        List<Holding> holders = world.holdings().stream()
                .filter(holding ->
                        coalition.contains(holding.member()) && holding.points().micro() > 0)
                .toList();
        if (holders.isEmpty()) {
            return new Command.CloseProgramme();
        }
        Holding holder = holders.get(random.nextInt(holders.size()));
        long most = holder.points().micro();
        Points points = new Points(random.nextInt(4) == 0 ? most : 1 + random.nextLong(most));
        return random.nextBoolean()
                ? new Command.RedeemPoints(holder.member(), points, null)
                : new Command.ConvertPoints(holder.member(), points, null);
    }

    private static boolean paysOutsiders(Fact fact, Set<MemberId> coalition) {
        return fact.transfers().stream()
                .anyMatch(transfer -> transfer.reason() == Reason.WIND_UP
                        || transfer.reason() == Reason.FORCED_SALE
                                && transfer.to().kind() == Kind.CASH
                                && !coalition.contains(transfer.to().member()));
    }

    /// Cash, constant points and the exact value of points, in pico-fen times the micro-points in circulation.
    private static BigInteger wealth(World world, Set<MemberId> coalition) {
        Price price = world.totals().price();
        BigInteger wealth = BigInteger.ZERO;
        for (Holding holding : world.holdings()) {
            if (coalition.contains(holding.member())) {
                BigInteger money = Big.of(holding.cash())
                        .add(Big.pico(holding.heldCash()))
                        .add(Big.pico(holding.constant()))
                        .add(Big.pico(holding.heldConstant()));
                BigInteger points =
                        Big.of(holding.points()).multiply(Big.of(price.fen())).multiply(Big.PICO);
                wealth = wealth.add(money.multiply(Big.of(price.micro()))).add(points);
            }
        }
        return wealth;
    }

    @Test
    void grantsTakenOutAtOnceReturnAtMostTheirPartOfTheContribution() {
        Terms terms = largePool();
        Seeds.each(300, random -> {
            Programme programme = Programme.open(terms);
            MemberId referrer = new MemberId("referrer");
            MemberId buyer = new MemberId("buyer");
            programme.apply(new Command.JoinMember(referrer, null, false));
            programme.apply(new Command.JoinMember(buyer, referrer, false));
            Money amount = new Money(1 + random.nextInt(1_000_000));
            Fact settled = Life.fact(programme.apply(new Command.SettleOrder(new OrderId("o"), buyer, amount, amount)));
            BigInteger contribution = FactBooks.sum(settled, Reason.CONTRIBUTION, Kind.SHOP, Kind.POOL);
            BigInteger taken = redeemAll(programme, buyer).add(redeemAll(programme, referrer));
            BigInteger most = contribution.multiply(Big.of(720_000)).divide(Big.MILLION);
            assertThat(taken).isLessThanOrEqualTo(most);
        });
    }

    private static BigInteger redeemAll(Programme programme, MemberId member) {
        Holding holding = programme.holding(member);
        if (holding == null || holding.points().micro() == 0) {
            return BigInteger.ZERO;
        }
        Fact fact = Life.fact(programme.apply(new Command.RedeemPoints(member, holding.points(), null)));
        return FactBooks.sum(fact, Reason.REDEMPTION, Kind.POOL, Kind.CASH);
    }

    /// Grants of 0.80 of the contribution, a fee of 0.10: together 0.72.
    private static Terms largePool() {
        var reading = TermsReader.read(Map.of(
                "cap", "4611686018427",
                "founderPoints", "1000000000000",
                "poolRate", "0.30",
                "grantRate", "0.70",
                "referralRates", List.of("0.10"),
                "quotaMultiple", "1000"));
        return ((TermsReader.Reading.Sound) reading).terms();
    }

    @Test
    void aLargerContributionNeverYieldsFewerPoints() {
        Seeds.each(1_000, random -> {
            Life life = Life.any(random, RandomTerms.any(random), 100);
            List<Holding> members = life.world().holdings();
            MemberId buyer = members.get(random.nextInt(members.size())).member();
            RandomAmounts amounts = RandomAmounts.any(random);
            BigInteger most = BigInteger.valueOf(-1);
            BigInteger mostOfAll = BigInteger.valueOf(-1);
            for (long base :
                    random.longs(8, 0, amounts.order(random).fen() + 1).sorted().toArray()) {
                Money amount = new Money(base + 1);
                var order = new Command.SettleOrder(new OrderId("more and more"), buyer, amount, new Money(base));
                Fact fact = Life.fact(life.programme().fork().apply(order));
                if (fact.transfers().isEmpty()) {
                    continue;
                }
                BigInteger points = FactBooks.sum(fact, Reason.GRANT, Kind.UNISSUED, Kind.POINTS);
                BigInteger all = points.add(FactBooks.sum(fact, Reason.REFERRAL, Kind.UNISSUED, Kind.POINTS));
                assertThat(points).isGreaterThanOrEqualTo(most);
                assertThat(all).isGreaterThanOrEqualTo(mostOfAll);
                most = points;
                mostOfAll = all;
            }
        });
    }

    @Test
    void aLargerRedemptionNeverPaysLessAndAQuoteIsWhatIsExecuted() {
        Seeds.each(1_000, random -> {
            Life life = Life.any(random, RandomTerms.withPool(random), 100);
            for (Holding holding : life.world().holdings()) {
                if (holding.points().micro() == 0) {
                    continue;
                }
                BigInteger most = BigInteger.ZERO;
                for (long micro : random.longs(6, 1, holding.points().micro() + 1)
                        .sorted()
                        .toArray()) {
                    var redemption = new Command.RedeemPoints(holding.member(), new Points(micro), null);
                    BigInteger paid = paid(life.programme().fork().apply(redemption));
                    assertThat(paid).isGreaterThanOrEqualTo(most);
                    most = paid;
                }
                quoteIsExecuted(life.programme(), holding);
            }
        });
    }

    private static void quoteIsExecuted(Programme programme, Holding holding) {
        var redemption = new Command.RedeemPoints(holding.member(), holding.points(), null);
        var quote = programme.fork().apply(redemption);
        BigInteger paid = paid(quote).divide(Big.PICO);
        if (paid.signum() > 0) {
            Money exactly = new Money(paid.longValueExact());
            Money more = new Money(exactly.fen() + 1);
            var insisting = new Command.RedeemPoints(holding.member(), holding.points(), more);
            assertThat(paid(programme.fork().apply(insisting))).isZero();
            insisting = new Command.RedeemPoints(holding.member(), holding.points(), exactly);
            assertThat(programme.fork().apply(insisting)).isEqualTo(quote);
        }
        assertThat(programme.fork().apply(redemption)).isEqualTo(quote);
    }

    private static BigInteger paid(hongli.economy.fact.Outcome outcome) {
        return FactBooks.sum(Life.fact(outcome), Reason.REDEMPTION, Kind.POOL, Kind.CASH);
    }
}
