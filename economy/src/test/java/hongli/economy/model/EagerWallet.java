package hongli.economy.model;

import static hongli.economy.model.Numbers.big;

import hongli.economy.command.Asset;
import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.fact.Refusal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What members do with points, constant points and cash (section 4).
final class EagerWallet {
    private final EagerBooks books;

    EagerWallet(EagerBooks books) {
        this.books = books;
    }

    Optional<Refusal> redeem(Command.RedeemPoints command) {
        Optional<Refusal> refusal = pointsRefusal(command.member(), command.points());
        if (refusal.isPresent()) {
            return refusal;
        }
        BigInteger points = big(command.points().micro());
        BigInteger gross = books.value(points);
        BigInteger net = gross.subtract(books.fee(gross));
        refusal = payRefusal(command.points(), net, command.atLeast());
        if (refusal.isEmpty()) {
            EagerMember member = books.member(command.member()).orElseThrow();
            books.burn(member, points);
            books.pool = books.pool.subtract(net);
            member.receiveFen(net);
            member.lowerQuota(gross);
        }
        return refusal;
    }

    Optional<Refusal> convert(Command.ConvertPoints command) {
        Optional<Refusal> refusal = pointsRefusal(command.member(), command.points());
        if (refusal.isPresent()) {
            return refusal;
        }
        BigInteger points = big(command.points().micro());
        BigInteger value = books.value(points);
        refusal = payRefusal(command.points(), value, command.atLeast());
        if (refusal.isEmpty()) {
            EagerMember member = books.member(command.member()).orElseThrow();
            member.points = member.points.subtract(points);
            books.treasury = books.treasury.add(points);
            member.constant = member.constant.add(value);
            books.constants = books.constants.add(value);
            member.lowerQuota(value);
        }
        return refusal;
    }

    private Optional<Refusal> pointsRefusal(MemberId id, Points asked) {
        if (!books.terms.hasPool()) {
            return Optional.of(new Refusal.NoPool());
        }
        EagerMember member = books.members.get(id);
        if (member == null) {
            return Optional.of(new Refusal.MemberUnknown(id));
        }
        if (member.points.compareTo(big(asked.micro())) < 0) {
            Points held = new Points(member.points.longValueExact());
            return Optional.of(new Refusal.PointsInsufficient(id, held, asked));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> payRefusal(Points points, BigInteger offered, @Nullable Money atLeast) {
        if (offered.signum() == 0) {
            return Optional.of(new Refusal.NothingToPay(points));
        }
        if (atLeast != null && offered.compareTo(big(atLeast.fen())) < 0) {
            return Optional.of(new Refusal.BelowAtLeast(new Money(offered.longValueExact()), atLeast));
        }
        return Optional.empty();
    }

    Optional<Refusal> spend(Command.SpendConstant command) {
        if (!books.members.containsKey(command.member())) {
            return Optional.of(new Refusal.MemberUnknown(command.member()));
        }
        Optional<Refusal> refusal = merchantRefusal(command.merchant())
                .or(() -> fundsRefusal(command.member(), Asset.CONSTANT, command.amount()));
        if (refusal.isEmpty()) {
            EagerMember payer = books.member(command.member()).orElseThrow();
            EagerMember merchant = books.member(command.merchant()).orElseThrow();
            payer.constant = payer.constant.subtract(big(command.amount().fen()));
            merchant.constant = merchant.constant.add(big(command.amount().fen()));
        }
        return refusal;
    }

    Optional<Refusal> exchange(Command.ExchangeConstant command) {
        Optional<Refusal> refusal = merchantRefusal(command.merchant())
                .or(() -> fundsRefusal(command.merchant(), Asset.CONSTANT, command.amount()));
        if (refusal.isPresent()) {
            return refusal;
        }
        BigInteger amount = big(command.amount().fen());
        BigInteger points = books.pointsFor(amount);
        if (points.signum() == 0) {
            return Optional.of(new Refusal.NothingToGive(command.amount()));
        }
        EagerMember merchant = books.member(command.merchant()).orElseThrow();
        merchant.constant = merchant.constant.subtract(amount);
        books.constants = books.constants.subtract(amount);
        books.treasury = Numbers.notNegative(books.treasury.subtract(points));
        merchant.points = merchant.points.add(points);
        return Optional.empty();
    }

    Optional<Refusal> withdraw(Command.WithdrawCash command) {
        if (!books.members.containsKey(command.member())) {
            return Optional.of(new Refusal.MemberUnknown(command.member()));
        }
        Optional<Refusal> refusal = fundsRefusal(command.member(), Asset.CASH, command.amount());
        if (refusal.isEmpty()) {
            BigInteger amount = big(command.amount().fen());
            books.member(command.member()).orElseThrow().payFen(amount);
            books.withdrawn = books.withdrawn.add(amount);
        }
        return refusal;
    }

    Optional<Refusal> hold(Command.HoldFunds command) {
        if (books.holds.containsKey(command.hold())) {
            return Optional.of(new Refusal.HoldExists(command.hold()));
        }
        if (!books.members.containsKey(command.member())) {
            return Optional.of(new Refusal.MemberUnknown(command.member()));
        }
        Optional<Refusal> refusal = fundsRefusal(command.member(), command.asset(), command.amount());
        if (refusal.isEmpty()) {
            EagerMember member = books.member(command.member()).orElseThrow();
            EagerHold hold =
                    new EagerHold(member, command.asset(), big(command.amount().fen()));
            hold.start();
            books.holds.put(command.hold(), hold);
        }
        return refusal;
    }

    Optional<Refusal> capture(Command.CaptureFunds command) {
        EagerHold hold = books.holds.get(command.hold());
        if (hold == null) {
            return Optional.of(new Refusal.HoldUnknown(command.hold()));
        }
        if (hold.ended) {
            return Optional.of(new Refusal.HoldEnded(command.hold()));
        }
        if (command.merchant() == null) {
            if (hold.asset == Asset.CONSTANT) {
                return Optional.of(new Refusal.MerchantRequired(command.hold()));
            }
            hold.capture();
            books.withdrawn = books.withdrawn.add(hold.fen);
            return Optional.empty();
        }
        Optional<Refusal> refusal = merchantRefusal(command.merchant());
        if (refusal.isEmpty()) {
            EagerMember merchant = books.member(command.merchant()).orElseThrow();
            hold.capture();
            switch (hold.asset) {
                case CASH -> merchant.receiveFen(hold.fen);
                case CONSTANT -> merchant.constant = merchant.constant.add(hold.fen);
            }
        }
        return refusal;
    }

    Optional<Refusal> release(Command.ReleaseFunds command) {
        EagerHold hold = books.holds.get(command.hold());
        if (hold == null) {
            return Optional.of(new Refusal.HoldUnknown(command.hold()));
        }
        if (hold.ended) {
            return Optional.of(new Refusal.HoldEnded(command.hold()));
        }
        hold.release();
        return Optional.empty();
    }

    private Optional<Refusal> merchantRefusal(MemberId id) {
        EagerMember merchant = books.members.get(id);
        if (merchant == null) {
            return Optional.of(new Refusal.MerchantUnknown(id));
        }
        return merchant.merchant ? Optional.empty() : Optional.of(new Refusal.NotAMerchant(id));
    }

    private Optional<Refusal> fundsRefusal(MemberId id, Asset asset, Money asked) {
        EagerMember member = books.member(id).orElseThrow();
        BigInteger amount = big(asked.fen());
        return switch (asset) {
            case CASH ->
                member.cashInWholeFen().compareTo(amount) >= 0
                        ? Optional.empty()
                        : Optional.of(new Refusal.CashInsufficient(id, new PicoFen(Numbers.wide(member.cash)), asked));
            case CONSTANT ->
                member.constant.compareTo(amount) >= 0
                        ? Optional.empty()
                        : Optional.of(new Refusal.ConstantInsufficient(
                                id, new Money(member.constant.longValueExact()), asked));
        };
    }
}
