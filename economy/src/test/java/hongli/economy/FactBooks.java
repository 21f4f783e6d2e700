package hongli.economy;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.MemberId;
import hongli.economy.fact.Account;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Promotion;
import hongli.economy.fact.Transfer;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The books as somebody keeps them who hears the facts alone: they must say what the programme says.
final class FactBooks {
    private static final Set<Kind> OUTSIDE =
            Set.of(Kind.SHOP, Kind.FOUNDER_PAYMENT, Kind.UNISSUED, Kind.UNISSUED_CONSTANT, Kind.UNGRANTED);

    private final Map<Account, BigInteger> balances = new HashMap<>();
    private final Map<MemberId, BigInteger> dividends = new HashMap<>();
    private final Map<MemberId, BigInteger> quotaGiven = new HashMap<>();
    private final Map<MemberId, Integer> tiers = new HashMap<>();

    FactBooks(Fact founding) {
        enter(founding);
    }

    void enter(Fact fact) {
        for (Transfer transfer : fact.transfers()) {
            BigInteger amount = Big.of(transfer.amount());
            BigInteger left = balances.merge(transfer.from(), amount.negate(), BigInteger::add);
            if (left.signum() < 0 && !OUTSIDE.contains(transfer.from().kind())) {
                throw new AssertionError("law 4: no balance below zero: transfer=" + transfer + ", left=" + left);
            }
            balances.merge(transfer.to(), amount, BigInteger::add);
            MemberId member = transfer.to().member();
            if (member == null) {
                continue;
            }
            switch (transfer.reason()) {
                case DIVIDEND_BOOKED, LAST_DIVIDEND -> dividends.merge(member, amount, BigInteger::add);
                case GRANT, REFERRAL -> {
                    if (transfer.to().kind() == Kind.QUOTA) {
                        quotaGiven.merge(member, amount, BigInteger::add);
                    }
                }
                default -> {}
            }
        }
        for (Promotion promotion : fact.promotions()) {
            assertThat(promotion.tier()).isNotEqualTo(tiers.getOrDefault(promotion.member(), 0));
            tiers.put(promotion.member(), promotion.tier());
        }
    }

    BigInteger balance(Kind kind) {
        return balances.getOrDefault(new Account(kind, null), BigInteger.ZERO);
    }

    private BigInteger balance(Kind kind, MemberId member) {
        return balances.getOrDefault(new Account(kind, member), BigInteger.ZERO);
    }

    /// What came from outside less what went back, in pico-fen.
    BigInteger moneyIn() {
        return balance(Kind.SHOP).add(balance(Kind.FOUNDER_PAYMENT)).negate();
    }

    void check(World world) {
        Totals totals = world.totals();
        same("pool", balance(Kind.POOL), Big.pico(totals.pool()));
        same("fixed fund", balance(Kind.FIXED_FUND), Big.of(totals.fixedFund()));
        same("tier fund", balance(Kind.TIER_FUND), Big.of(totals.tierFund()));
        same("residual", balance(Kind.RESIDUAL), Big.of(totals.residual()));
        same("withdrawn", balance(Kind.WITHDRAWN), Big.pico(totals.withdrawn()));
        same("treasury", balance(Kind.TREASURY), Big.of(totals.treasury()));
        same("burned", balance(Kind.BURNED), Big.of(totals.burned()));
        same("issued", balance(Kind.UNISSUED).negate(), Big.of(totals.issued()));
        same("constants", balance(Kind.UNISSUED_CONSTANT).negate(), Big.of(totals.constants()));
        BigInteger unbooked = BigInteger.ZERO;
        for (Holding holding : world.holdings()) {
            unbooked = unbooked.add(unbooked(holding));
        }
        same("dividends not booked", balance(Kind.DIVIDENDS), unbooked);
    }

    private BigInteger unbooked(Holding holding) {
        MemberId member = holding.member();
        same("points", balance(Kind.POINTS, member), Big.of(holding.points()));
        same("constant", balance(Kind.CONSTANT, member), Big.of(holding.constant()));
        same("held cash", balance(Kind.HELD_CASH, member), Big.pico(holding.heldCash()));
        same("held constant", balance(Kind.HELD_CONSTANT, member), Big.of(holding.heldConstant()));
        BigInteger unbooked = Big.of(holding.cash()).subtract(balance(Kind.CASH, member));
        same("quota", balance(Kind.QUOTA, member).subtract(unbooked), Big.of(holding.quota()));
        if (unbooked.signum() < 0) {
            throw new AssertionError("dividends not booked must be >= 0: " + member + " " + unbooked);
        }
        BigInteger given = quotaGiven.getOrDefault(member, BigInteger.ZERO);
        if (dividends.getOrDefault(member, BigInteger.ZERO).add(unbooked).compareTo(given) > 0) {
            throw new AssertionError("law 7: dividends within the quota given: member=" + member);
        }
        if (holding.tier() != tiers.getOrDefault(member, 0)) {
            throw new AssertionError("promotions must tell the tier: holding=" + holding);
        }
        return unbooked;
    }

    private static void same(String what, BigInteger told, BigInteger held) {
        if (!held.equals(told)) {
            throw new AssertionError(what + " by the facts is " + told + ", the programme says " + held);
        }
    }

    /// The sum of all that `fact` moved from accounts of one kind to those of another for a reason.
    static BigInteger sum(Fact fact, Transfer.Reason reason, Kind from, Kind to) {
        return fact.transfers().stream()
                .filter(transfer -> transfer.reason() == reason
                        && transfer.from().kind() == from
                        && transfer.to().kind() == to)
                .map(transfer -> Big.of(transfer.amount()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
