package hongli.economy;

import static hongli.economy.exact.PicoFen.PER_FEN;

import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.Transfer.Reason;
import org.jspecify.annotations.Nullable;

/// Turns points into money or into constant points (section 4, *points.redeemed* and *points.converted*).
final class Redemption {
    private final State state;

    Redemption(State state) {
        this.state = state;
    }

    @Nullable
    Refusal redeem(Command.RedeemPoints command) {
        Refusal refusal = refusal(command.member(), command.points());
        if (refusal != null) {
            return refusal;
        }
        long gross = state.value(command.points().micro());
        long net = gross - state.terms.redemptionFee().partUp(gross).toLong();
        if (net == 0) {
            return new Refusal.NothingToPay(command.points());
        }
        if (command.atLeast() != null && net < command.atLeast().fen()) {
            return new Refusal.BelowAtLeast(new Money(net), command.atLeast());
        }
        int member = state.members.find(command.member());
        state.exits.touch(member);
        var points = new Place(Kind.POINTS, member);
        state.book.move(
                Reason.REDEMPTION,
                points,
                Place.of(Kind.BURNED),
                command.points().micro());
        state.book.moveFen(Reason.REDEMPTION, Place.of(Kind.POOL), new Place(Kind.CASH, member), net);
        state.useQuota(Reason.REDEMPTION, member, Wide.product(gross, PER_FEN));
        return null;
    }

    @Nullable
    Refusal convert(Command.ConvertPoints command) {
        Refusal refusal = refusal(command.member(), command.points());
        if (refusal != null) {
            return refusal;
        }
        long value = state.value(command.points().micro());
        if (value == 0) {
            return new Refusal.NothingToPay(command.points());
        }
        if (command.atLeast() != null && value < command.atLeast().fen()) {
            return new Refusal.BelowAtLeast(new Money(value), command.atLeast());
        }
        int member = state.members.find(command.member());
        state.exits.touch(member);
        var points = new Place(Kind.POINTS, member);
        var constant = new Place(Kind.CONSTANT, member);
        state.book.move(
                Reason.CONVERSION,
                points,
                Place.of(Kind.TREASURY),
                command.points().micro());
        state.book.move(Reason.CONVERSION, Place.of(Kind.UNISSUED_CONSTANT), constant, value);
        state.useQuota(Reason.CONVERSION, member, Wide.product(value, PER_FEN));
        return null;
    }

    private @Nullable Refusal refusal(MemberId id, Points asked) {
        if (!state.terms.hasPool()) {
            return new Refusal.NoPool();
        }
        int member = state.members.find(id);
        if (member == Members.NOBODY) {
            return new Refusal.MemberUnknown(id);
        }
        long held = state.members.points(member);
        return held < asked.micro() ? new Refusal.PointsInsufficient(id, new Points(held), asked) : null;
    }
}
