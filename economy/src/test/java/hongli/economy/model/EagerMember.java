package hongli.economy.model;

import hongli.economy.Holding;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// What one member holds, every figure always up to date.
final class EagerMember {
    final MemberId id;
    final boolean merchant;
    final @Nullable EagerMember referrer;

    BigInteger points = BigInteger.ZERO;
    /// Pico-fen.
    BigInteger quota = BigInteger.ZERO;
    /// Pico-fen.
    BigInteger cash = BigInteger.ZERO;
    BigInteger constant = BigInteger.ZERO;
    BigInteger heldCash = BigInteger.ZERO;
    BigInteger heldConstant = BigInteger.ZERO;
    BigInteger granted = BigInteger.ZERO;
    int tier;

    EagerMember(MemberId id, @Nullable EagerMember referrer, boolean merchant) {
        this.id = id;
        this.referrer = referrer;
        this.merchant = merchant;
    }

    boolean hasQuota() {
        return !merchant && quota.signum() > 0;
    }

    void receiveFen(BigInteger fen) {
        cash = cash.add(fen.multiply(Numbers.PICO));
    }

    void payFen(BigInteger fen) {
        cash = Numbers.notNegative(cash.subtract(fen.multiply(Numbers.PICO)));
    }

    BigInteger cashInWholeFen() {
        return cash.divide(Numbers.PICO);
    }

    /// Takes `fen` of quota away, down to zero at most.
    void lowerQuota(BigInteger fen) {
        quota = quota.subtract(fen.multiply(Numbers.PICO)).max(BigInteger.ZERO);
    }

    Holding holding() {
        return new Holding(
                id,
                merchant,
                referrer == null ? null : referrer.id,
                new Points(points.longValueExact()),
                new PicoFen(Numbers.wide(quota)),
                new PicoFen(Numbers.wide(cash)),
                new Money(constant.longValueExact()),
                new Money(heldCash.longValueExact()),
                new Money(heldConstant.longValueExact()),
                new Points(granted.longValueExact()),
                tier);
    }
}
