package hongli.economy;

import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.Transfer.Reason;
import org.jspecify.annotations.Nullable;

/// Pays with what members hold: constant points to merchants and back into points, cash out.
final class Spending {
    private final State state;

    Spending(State state) {
        this.state = state;
    }

    @Nullable
    Refusal spend(Command.SpendConstant command) {
        int member = state.members.find(command.member());
        if (member == Members.NOBODY) {
            return new Refusal.MemberUnknown(command.member());
        }
        Refusal refusal = merchantRefusal(state, command.merchant());
        if (refusal == null) {
            refusal = constantRefusal(member, command.amount());
        }
        if (refusal != null) {
            return refusal;
        }
        var from = new Place(Kind.CONSTANT, member);
        var to = new Place(Kind.CONSTANT, state.members.find(command.merchant()));
        state.book.move(Reason.SPENDING, from, to, command.amount().fen());
        return null;
    }

    @Nullable
    Refusal exchange(Command.ExchangeConstant command) {
        Refusal refusal = merchantRefusal(state, command.merchant());
        if (refusal != null) {
            return refusal;
        }
        int merchant = state.members.find(command.merchant());
        refusal = constantRefusal(merchant, command.amount());
        if (refusal != null) {
            return refusal;
        }
        Wide points = state.price().pointsFor(command.amount().fen());
        if (points.isZero()) {
            return new Refusal.NothingToGive(command.amount());
        }
        var constant = new Place(Kind.CONSTANT, merchant);
        state.book.move(
                Reason.EXCHANGE,
                constant,
                Place.of(Kind.UNISSUED_CONSTANT),
                command.amount().fen());
        state.exits.touch(merchant);
        state.book.move(Reason.EXCHANGE, Place.of(Kind.TREASURY), new Place(Kind.POINTS, merchant), points.toLong());
        return null;
    }

    @Nullable
    Refusal withdraw(Command.WithdrawCash command) {
        int member = state.members.find(command.member());
        if (member == Members.NOBODY) {
            return new Refusal.MemberUnknown(command.member());
        }
        Refusal refusal = cashRefusal(state, member, command.amount());
        if (refusal != null) {
            return refusal;
        }
        state.exits.touch(member);
        var cash = new Place(Kind.CASH, member);
        state.book.moveFen(
                Reason.WITHDRAWAL,
                cash,
                Place.of(Kind.WITHDRAWN),
                command.amount().fen());
        return null;
    }

    /// Why the member with this id cannot be paid as a merchant, or null.
    static @Nullable Refusal merchantRefusal(State state, MemberId id) {
        int merchant = state.members.find(id);
        if (merchant == Members.NOBODY) {
            return new Refusal.MerchantUnknown(id);
        }
        return state.members.isMerchant(merchant) ? null : new Refusal.NotAMerchant(id);
    }

    /// Why the member cannot pay this much cash, or null.
    static @Nullable Refusal cashRefusal(State state, int member, Money amount) {
        PicoFen held = new PicoFen(state.cash(member));
        boolean covered = PicoFen.of(amount).compareTo(held) <= 0;
        return covered ? null : new Refusal.CashInsufficient(state.members.id(member), held, amount);
    }

    /// Why the member cannot pay this many constant points, or null.
    @Nullable
    Refusal constantRefusal(int member, Money amount) {
        Money held = new Money(state.members.constant(member));
        boolean covered = amount.compareTo(held) <= 0;
        return covered ? null : new Refusal.ConstantInsufficient(state.members.id(member), held, amount);
    }
}
