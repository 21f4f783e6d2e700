package hongli.economy;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Points;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Transfer;
import hongli.economy.fact.Transfer.Reason;
import hongli.economy.terms.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Law 6: from any state, all holders can redeem in any order, and none is the worse for being last.
final class PoolRunTest {
    @Test
    void everybodyCanLeaveInAnyOrder() {
        Seeds.each(1_000, random -> {
            Terms terms = RandomTerms.withPool(random);
            Life life = Life.any(random, terms, 200);
            for (int order = 0; order < 3; order++) {
                new Run(terms, life.programme().fork()).everybody(random);
            }
        });
    }

    /// One run on the pool.
    private static final class Run {
        private final Terms terms;
        private final Programme programme;
        private final Map<MemberId, BigInteger> promised = new HashMap<>();
        private final Map<MemberId, BigInteger> paid = new HashMap<>();
        private final Set<MemberId> soldOut = new HashSet<>();

        Run(Terms terms, Programme programme) {
            this.terms = terms;
            this.programme = programme;
        }

        void everybody(RandomGenerator random) {
            List<Holding> holders = new ArrayList<>(World.of(programme).holdings());
            holders.removeIf(holding -> holding.points().micro() == 0);
            holders.forEach(holding -> promised.put(holding.member(), net(holding.points())));
            while (!holders.isEmpty()) {
                redeem(holders.remove(random.nextInt(holders.size())).member());
            }
            promised.forEach((member, promise) -> {
                // Sold in two parts, a holding may lose a fen to the second floor and one to the second fee.
                BigInteger slack = soldOut.contains(member) ? BigInteger.TWO : BigInteger.ZERO;
                assertThat(paid.getOrDefault(member, BigInteger.ZERO).add(slack))
                        .as("paid to %s", member)
                        .isGreaterThanOrEqualTo(promise);
            });
            programme.audit();
        }

        private void redeem(MemberId member) {
            Holding holding = programme.holding(member);
            if (holding == null || holding.points().micro() == 0) {
                return;
            }
            var fact = Life.fact(programme.apply(new Command.RedeemPoints(member, holding.points(), null)));
            for (Transfer transfer : fact.transfers()) {
                MemberId receiver = transfer.to().member();
                if (transfer.from().kind() == Kind.POOL && receiver != null) {
                    paid.merge(receiver, Big.of(transfer.amount()).divide(Big.PICO), BigInteger::add);
                }
                MemberId seller = transfer.from().member();
                if (transfer.reason() == Reason.FORCED_SALE && seller != null) {
                    soldOut.add(seller);
                }
            }
        }

        private BigInteger net(Points points) {
            BigInteger gross = Big.of(programme.totals().price().value(points));
            return gross.multiply(Big.of(1_000_000 - terms.redemptionFee().millionths()))
                    .divide(Big.MILLION);
        }
    }
}
