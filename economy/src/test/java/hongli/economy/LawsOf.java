package hongli.economy;

import hongli.economy.command.Command;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Transfer.Reason;
import hongli.economy.terms.Terms;
import java.math.BigInteger;

/// The laws of section 7, reckoned from outside with numbers without limit.
final class LawsOf {
    private static final BigInteger PART = Big.MILLION;

    private final Terms terms;

    LawsOf(Terms terms) {
        this.terms = terms;
    }

    /// What must hold of one step.
    ///
    /// @param moneyIn what came in less what went back, in pico-fen, as another witness has it
    void check(World before, World after, BigInteger moneyIn) {
        require(after.totals().price().compareTo(before.totals().price()) >= 0, "law 1: the price never falls");
        checkPoints(after);
        checkConstants(after);
        checkMoney(after, moneyIn);
        if (after.totals().closed()) {
            require(
                    after.totals().price().equals(before.totals().price())
                            || !before.totals().closed(),
                    "last price");
        }
    }

    private void checkPoints(World world) {
        Totals totals = world.totals();
        BigInteger founder = totals.closed() ? BigInteger.ZERO : Big.of(terms.founderPoints());
        BigInteger points = founder.add(Big.of(totals.treasury()));
        for (Holding holding : world.holdings()) {
            points = points.add(Big.of(holding.points()));
            require(!holding.merchant() || holding.quota().count().isZero() && holding.tier() == 0, "merchants");
        }
        require(points.equals(Big.of(totals.circulating())), "law 2: circulating is the sum of all points");
        require(
                totals.issued().micro() - totals.burned().micro()
                        == totals.circulating().micro(),
                "law 2: issued less burned circulates");
        require(totals.issued().compareTo(terms.cap()) <= 0, "law 2: issued within the cap");
    }

    private static void checkConstants(World world) {
        Totals totals = world.totals();
        BigInteger constants = BigInteger.ZERO;
        for (Holding holding : world.holdings()) {
            constants = constants.add(Big.of(holding.constant())).add(Big.of(holding.heldConstant()));
        }
        require(constants.equals(Big.of(totals.constants())), "law 3: constants are the sum of the members'");
        BigInteger worth =
                Big.of(totals.treasury()).multiply(Big.of(totals.price().fen()));
        BigInteger owed = constants.multiply(Big.of(totals.price().micro()));
        require(worth.compareTo(owed) >= 0, "law 3: the treasury is worth the constants");
    }

    private static void checkMoney(World world, BigInteger moneyIn) {
        Totals totals = world.totals();
        BigInteger money = Big.pico(totals.pool())
                .add(Big.of(totals.fixedFund()))
                .add(Big.of(totals.tierFund()))
                .add(Big.pico(totals.withdrawn()))
                .add(Big.of(totals.residual()));
        for (Holding holding : world.holdings()) {
            money = money.add(Big.of(holding.cash())).add(Big.pico(holding.heldCash()));
        }
        require(money.equals(moneyIn), "law 5: money in is money out");
    }

    /// Law 12, where one command shows it: what is paid or granted is less than exact by less than its unit.
    void checkFloors(World before, Command command, Fact fact) {
        switch (command) {
            case Command.RedeemPoints(var _, var points, var _) -> {
                BigInteger paid = FactBooks.sum(fact, Reason.REDEMPTION, Kind.POOL, Kind.CASH);
                BigInteger kept = PART.subtract(Big.of(terms.redemptionFee().millionths()));
                BigInteger paidParts = paid.divide(Big.PICO).multiply(PART);
                checkFloor(before, Big.of(points).multiply(kept), paidParts, PART.add(kept));
            }
            case Command.ConvertPoints(var _, var points, var _) -> {
                BigInteger given = FactBooks.sum(fact, Reason.CONVERSION, Kind.UNISSUED_CONSTANT, Kind.CONSTANT);
                checkFloor(before, Big.of(points), given, BigInteger.ONE);
            }
            case Command.SettleOrder order
            when terms.hasPool() -> {
                BigInteger contribution = FactBooks.sum(fact, Reason.CONTRIBUTION, Kind.SHOP, Kind.POOL);
                BigInteger points = FactBooks.sum(fact, Reason.GRANT, Kind.UNISSUED, Kind.POINTS)
                        .add(FactBooks.sum(fact, Reason.REFERRAL, Kind.UNISSUED, Kind.POINTS));
                Price price = before.totals().price();
                BigInteger worth = points.multiply(Big.of(price.fen())).multiply(Big.PICO);
                require(
                        worth.compareTo(contribution.multiply(Big.of(price.micro()))) <= 0,
                        "law 12: grants are worth at most the contribution of " + order.order());
            }
            default -> {}
        }
    }

    /// The dividend of a day as it is told is what everybody got who has a quota left.
    void checkDividend(World before, World after, Fact fact) {
        var dividend = fact.dividend();
        if (dividend == null || after.totals().closed()) {
            return;
        }
        for (int member = 0; member < after.holdings().size(); member++) {
            Holding holding = before.holdings().get(member);
            if (after.holdings().get(member).quota().count().isZero()) {
                continue;
            }
            BigInteger told = Big.of(dividend.perMicroPoint()).multiply(Big.of(holding.points()));
            for (int tier = 0; tier < holding.tier(); tier++) {
                told = told.add(Big.of(dividend.perHead().get(tier)));
            }
            BigInteger got = Big.of(after.holdings().get(member).cash()).subtract(Big.of(holding.cash()));
            require(got.equals(told), "the dividend told is the dividend got: " + holding);
        }
    }

    /// `points` times price is at least `paid` and less than `paid` and `unit`.
    private static void checkFloor(World before, BigInteger points, BigInteger paid, BigInteger unit) {
        Price price = before.totals().price();
        BigInteger exact = points.multiply(Big.of(price.fen()));
        BigInteger micro = Big.of(price.micro());
        require(paid.multiply(micro).compareTo(exact) <= 0, "law 12: never more than exact");
        require(paid.add(unit).multiply(micro).compareTo(exact) > 0, "law 12: less by less than a unit");
    }

    static void require(boolean holds, String law) {
        if (!holds) {
            throw new AssertionError(law);
        }
    }
}
