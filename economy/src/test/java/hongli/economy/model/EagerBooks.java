package hongli.economy.model;

import static hongli.economy.model.Numbers.big;

import hongli.economy.Price;
import hongli.economy.command.HoldId;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Points;
import hongli.economy.terms.Terms;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The state of section 3 in plain maps, and what a price makes of it.
///
/// Not final, so that a test can plant a fault in one rule and see it found.
class EagerBooks {
    final Terms terms;
    /// In order of joining.
    final Map<MemberId, EagerMember> members = new LinkedHashMap<>();
    /// By code point.
    final List<EagerMember> membersById = new ArrayList<>();

    final Map<OrderId, EagerOrder> orders = new HashMap<>();
    final Map<HoldId, EagerHold> holds = new LinkedHashMap<>();

    BigInteger pool;
    BigInteger circulating;
    BigInteger issued;
    BigInteger burned = BigInteger.ZERO;
    BigInteger treasury = BigInteger.ZERO;
    /// Pico-fen.
    BigInteger fixedFund = BigInteger.ZERO;
    /// Pico-fen.
    BigInteger tierFund = BigInteger.ZERO;
    /// Pico-fen.
    BigInteger residual = BigInteger.ZERO;

    BigInteger constants = BigInteger.ZERO;
    BigInteger withdrawn = BigInteger.ZERO;
    BigInteger reversalShortfall = BigInteger.ZERO;
    /// All money that ever came in, in fen, whatever was given back.
    BigInteger grossIn;
    /// What reversals gave back to the shop, in fen.
    BigInteger givenBack = BigInteger.ZERO;

    boolean closed;

    @Nullable
    LocalDate lastDay;

    int daysClosed;

    private BigInteger lastFen;
    private BigInteger lastMicro;

    EagerBooks(Terms terms) {
        this.terms = terms;
        this.circulating = big(terms.founderPoints().micro());
        this.issued = circulating;
        this.pool = Numbers.divideUp(circulating.multiply(big(terms.par().fen())), Numbers.MILLION);
        this.grossIn = pool;
        this.lastFen = big(terms.par().fen());
        this.lastMicro = Numbers.MILLION;
        settleDown();
    }

    /// What every command and every single forced sale ends with: the price is remembered, an orphaned pool leaves.
    final void settleDown() {
        Numbers.notNegative(pool);
        Numbers.notNegative(circulating);
        if (circulating.signum() == 0) {
            residual = residual.add(pool.multiply(Numbers.PICO));
            pool = BigInteger.ZERO;
        }
        if (pool.signum() > 0) {
            lastFen = pool;
            lastMicro = circulating;
        }
    }

    final Price price() {
        return new Price(priceFen().longValueExact(), priceMicro().longValueExact());
    }

    private boolean hasLivePrice() {
        return pool.signum() > 0 && circulating.signum() > 0;
    }

    final BigInteger priceFen() {
        return hasLivePrice() ? pool : lastFen;
    }

    final BigInteger priceMicro() {
        return hasLivePrice() ? circulating : lastMicro;
    }

    /// Fen for so many micro-points.
    BigInteger value(BigInteger points) {
        return terms.hasPool() ? points.multiply(priceFen()).divide(priceMicro()) : BigInteger.ZERO;
    }

    /// Micro-points for so many fen.
    BigInteger pointsFor(BigInteger fen) {
        return fen.multiply(priceMicro()).divide(priceFen());
    }

    BigInteger fee(BigInteger gross) {
        return Numbers.partUp(gross, terms.redemptionFee());
    }

    /// Whether what the member holds is worth at least its quota.
    boolean isWorthItsQuota(EagerMember member) {
        return member.points.multiply(pool).multiply(Numbers.PICO).compareTo(member.quota.multiply(circulating)) >= 0;
    }

    /// Whether the exit price of `member` is smaller; where it is equal the smaller id goes first.
    boolean exitsBefore(EagerMember member, EagerMember other) {
        return member.quota.multiply(other.points).compareTo(other.quota.multiply(member.points)) < 0;
    }

    boolean reaches(EagerMember member, Points threshold) {
        return member.granted.compareTo(big(threshold.micro())) >= 0;
    }

    final void burn(EagerMember member, BigInteger points) {
        member.points = Numbers.notNegative(member.points.subtract(points));
        circulating = circulating.subtract(points);
        burned = burned.add(points);
    }

    /// A tier is the number of thresholds reached, merchants aside.
    final void rankAgain(EagerMember member) {
        member.tier = member.merchant
                ? 0
                : (int) terms.tierThresholds().stream()
                        .filter(threshold -> reaches(member, threshold))
                        .count();
    }

    final Optional<EagerMember> member(MemberId id) {
        return Optional.ofNullable(members.get(id));
    }

    final void add(EagerMember member) {
        members.put(member.id, member);
        membersById.add(member);
        membersById.sort(Comparator.comparing((EagerMember one) -> one.id.text(), EagerBooks::byCodePoint));
    }

    private static int byCodePoint(String one, String other) {
        return java.util.Arrays.compare(
                one.codePoints().toArray(), other.codePoints().toArray());
    }
}
