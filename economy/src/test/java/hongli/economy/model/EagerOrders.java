package hongli.economy.model;

import static hongli.economy.model.Numbers.big;

import hongli.economy.command.Command;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Limits;
import hongli.economy.exact.Money;
import hongli.economy.exact.Rate;
import hongli.economy.fact.Refusal;
import hongli.economy.terms.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Orders settled and reversed (section 4).
final class EagerOrders {
    private final EagerBooks books;
    private final Terms terms;

    /// A grant before any cut.
    private record Claim(EagerMember member, BigInteger value, BigInteger points, BigInteger quotaFen) {}

    EagerOrders(EagerBooks books) {
        this.books = books;
        this.terms = books.terms;
    }

    Optional<Refusal> settle(Command.SettleOrder command) {
        if (books.orders.containsKey(command.order())) {
            return Optional.of(new Refusal.OrderExists(command.order()));
        }
        EagerMember buyer = books.members.get(command.member());
        if (buyer == null) {
            return Optional.of(new Refusal.MemberUnknown(command.member()));
        }
        BigInteger base = big(command.base().fen());
        BigInteger contribution = Numbers.part(base, terms.poolRate());
        EagerOrder order = new EagerOrder(
                contribution,
                Numbers.part(base, terms.fixedDividendRate()),
                Numbers.part(base, terms.tierDividendRate()),
                cut(claims(buyer, base, contribution), contribution),
                books.daysClosed);
        Optional<Refusal> refusal = limits(order);
        if (refusal.isEmpty()) {
            enter(command.order(), order);
        }
        return refusal;
    }

    /// The buyer's grant, then those up the referral line.
    private List<Claim> claims(EagerMember buyer, BigInteger base, BigInteger contribution) {
        List<Claim> claims = new ArrayList<>();
        BigInteger value = switch (terms.grant()) {
            case Terms.Grant.ByValue(Rate rate) -> Numbers.part(contribution, rate);
            case Terms.Grant.ByAmount _ -> base;
        };
        claims.add(claim(buyer, value, Numbers.part(base, terms.quotaMultiple())));
        BigInteger shared = terms.grant() instanceof Terms.Grant.ByValue ? contribution : base;
        EagerMember referrer = buyer.referrer;
        for (Rate rate : terms.referralRates()) {
            if (referrer == null) {
                break;
            }
            BigInteger part = Numbers.part(shared, rate);
            claims.add(claim(referrer, part, Numbers.part(part, terms.referralQuotaMultiple())));
            referrer = referrer.referrer;
        }
        return claims;
    }

    private Claim claim(EagerMember member, BigInteger value, BigInteger quotaFen) {
        BigInteger points = switch (terms.grant()) {
            case Terms.Grant.ByValue _ -> books.pointsFor(value);
            case Terms.Grant.ByAmount(Money perPoint) ->
                value.multiply(Numbers.MILLION).divide(big(perPoint.fen()));
        };
        return new Claim(member, value, points, member.merchant ? BigInteger.ZERO : quotaFen);
    }

    /// Both limits are used up in grant order: each grant gets the smaller of its points and what is left.
    private List<EagerOrder.Grant> cut(List<Claim> claims, BigInteger contribution) {
        BigInteger left = big(terms.cap().micro()).subtract(books.issued);
        if (terms.grant() instanceof Terms.Grant.ByAmount && terms.hasPool()) {
            left = left.min(books.pointsFor(contribution));
        }
        List<EagerOrder.Grant> grants = new ArrayList<>();
        for (Claim claim : claims) {
            BigInteger points = claim.points().min(left);
            left = left.subtract(points);
            grants.add(new EagerOrder.Grant(claim.member(), points, claim.quotaFen()));
        }
        return grants;
    }

    private Optional<Refusal> limits(EagerOrder order) {
        if (books.grossIn.add(order.moneyIn()).compareTo(big(Limits.MONEY_FEN)) > 0) {
            return Optional.of(new Refusal.MoneyLimit(new Money(Limits.MONEY_FEN)));
        }
        BigInteger most = big(Limits.QUOTA_FEN).multiply(Numbers.PICO);
        for (EagerOrder.Grant grant : order.grants) {
            BigInteger quota = grant.member().quota.add(grant.quotaFen().multiply(Numbers.PICO));
            if (quota.compareTo(most) > 0) {
                return Optional.of(new Refusal.QuotaLimit(grant.member().id, new Money(Limits.QUOTA_FEN)));
            }
        }
        return Optional.empty();
    }

    private void enter(OrderId id, EagerOrder order) {
        for (EagerOrder.Grant grant : order.grants) {
            EagerMember member = grant.member();
            member.points = member.points.add(grant.points());
            member.granted = member.granted.add(grant.points());
            member.quota = member.quota.add(grant.quotaFen().multiply(Numbers.PICO));
            books.circulating = books.circulating.add(grant.points());
            books.issued = books.issued.add(grant.points());
            books.rankAgain(member);
        }
        books.pool = books.pool.add(order.contribution);
        books.fixedFund = books.fixedFund.add(order.fixedPart.multiply(Numbers.PICO));
        books.tierFund = books.tierFund.add(order.tierPart.multiply(Numbers.PICO));
        books.grossIn = books.grossIn.add(order.moneyIn());
        books.orders.put(id, order);
    }

    Optional<Refusal> reverse(Command.ReverseOrder command) {
        EagerOrder order = books.orders.get(command.order());
        if (order == null) {
            return Optional.of(new Refusal.OrderUnknown(command.order()));
        }
        if (order.reversed) {
            return Optional.of(new Refusal.OrderAlreadyReversed(command.order()));
        }
        order.reversed = true;
        BigInteger back = takeContributionBack(order);
        if (order.daysClosed == books.daysClosed) {
            BigInteger fixed = order.fixedPart.min(books.fixedFund.divide(Numbers.PICO));
            BigInteger tier = order.tierPart.min(books.tierFund.divide(Numbers.PICO));
            books.fixedFund = books.fixedFund.subtract(fixed.multiply(Numbers.PICO));
            books.tierFund = books.tierFund.subtract(tier.multiply(Numbers.PICO));
            back = back.add(fixed).add(tier);
        }
        books.givenBack = books.givenBack.add(back);
        books.reversalShortfall = books.reversalShortfall.add(order.moneyIn().subtract(back));
        return Optional.empty();
    }

    /// What of the contribution comes back: from the pool, then from the cash of those whose points were gone.
    private BigInteger takeContributionBack(EagerOrder order) {
        List<BigInteger> taken = order.grants.stream()
                .map(grant -> grant.points().min(grant.member().points))
                .toList();
        BigInteger allTaken = taken.stream().reduce(BigInteger.ZERO, BigInteger::add);
        List<BigInteger> worthOfGone = new ArrayList<>();
        for (int i = 0; i < order.grants.size(); i++) {
            worthOfGone.add(books.value(order.grants.get(i).points().subtract(taken.get(i))));
        }
        BigInteger out = order.contribution.min(books.value(allTaken));
        BigInteger missing = order.contribution.subtract(out);
        for (int i = 0; i < order.grants.size(); i++) {
            EagerOrder.Grant grant = order.grants.get(i);
            EagerMember member = grant.member();
            books.burn(member, taken.get(i));
            member.lowerQuota(grant.quotaFen());
            member.granted = member.granted.subtract(grant.points());
            books.rankAgain(member);
            BigInteger paid = missing.min(member.cashInWholeFen()).min(worthOfGone.get(i));
            member.payFen(paid);
            missing = missing.subtract(paid);
        }
        books.pool = books.pool.subtract(out);
        return order.contribution.subtract(missing);
    }
}
