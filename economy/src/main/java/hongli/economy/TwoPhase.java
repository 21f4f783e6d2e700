package hongli.economy;

import hongli.economy.command.Asset;
import hongli.economy.command.Command;
import hongli.economy.command.HoldId;
import hongli.economy.command.MemberId;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.Transfer.Reason;
import org.jspecify.annotations.Nullable;

/// Payment in two phases: funds are held, then captured or released, once and wholly (section 4, *funds.held* and on).
final class TwoPhase {
    private final State state;
    private final Spending spending;

    TwoPhase(State state, Spending spending) {
        this.state = state;
        this.spending = spending;
    }

    @Nullable
    Refusal hold(Command.HoldFunds command) {
        if (state.holds.find(command.hold()) != Holds.UNKNOWN) {
            return new Refusal.HoldExists(command.hold());
        }
        int member = state.members.find(command.member());
        if (member == Members.NOBODY) {
            return new Refusal.MemberUnknown(command.member());
        }
        Refusal refusal = switch (command.asset()) {
            case CASH -> Spending.cashRefusal(state, member, command.amount());
            case CONSTANT -> spending.constantRefusal(member, command.amount());
        };
        if (refusal != null) {
            return refusal;
        }
        state.exits.touch(member);
        long fen = command.amount().fen();
        state.holds.add(command.hold(), member, command.asset(), fen);
        pay(Reason.HOLD, command.asset(), free(command.asset(), member), held(command.asset(), member), fen);
        return null;
    }

    @Nullable
    Refusal capture(Command.CaptureFunds command) {
        Refusal refusal = holdRefusal(command.hold());
        if (refusal == null) {
            refusal = receiverRefusal(command.hold(), command.merchant());
        }
        if (refusal != null) {
            return refusal;
        }
        int hold = state.holds.find(command.hold());
        Asset asset = state.holds.asset(hold);
        Place to = command.merchant() == null
                ? Place.of(Kind.WITHDRAWN)
                : free(asset, state.members.find(command.merchant()));
        state.holds.end(hold);
        pay(Reason.CAPTURE, asset, held(asset, state.holds.member(hold)), to, state.holds.fen(hold));
        return null;
    }

    @Nullable
    Refusal release(Command.ReleaseFunds command) {
        Refusal refusal = holdRefusal(command.hold());
        if (refusal == null) {
            release(state.holds.find(command.hold()));
        }
        return refusal;
    }

    /// Gives back what all open holds hold.
    void releaseAll() {
        for (int hold = 0; hold < state.holds.size(); hold++) {
            if (!state.holds.isEnded(hold)) {
                release(hold);
            }
        }
    }

    private void release(int hold) {
        int member = state.holds.member(hold);
        Asset asset = state.holds.asset(hold);
        state.holds.end(hold);
        pay(Reason.RELEASE, asset, held(asset, member), free(asset, member), state.holds.fen(hold));
    }

    private @Nullable Refusal holdRefusal(HoldId id) {
        int hold = state.holds.find(id);
        if (hold == Holds.UNKNOWN) {
            return new Refusal.HoldUnknown(id);
        }
        return state.holds.isEnded(hold) ? new Refusal.HoldEnded(id) : null;
    }

    private @Nullable Refusal receiverRefusal(HoldId hold, @Nullable MemberId merchant) {
        if (merchant != null) {
            return Spending.merchantRefusal(state, merchant);
        }
        boolean cash = state.holds.asset(state.holds.find(hold)) == Asset.CASH;
        return cash ? null : new Refusal.MerchantRequired(hold);
    }

    private void pay(Reason reason, Asset asset, Place from, Place to, long fen) {
        switch (asset) {
            case CASH -> state.book.moveFen(reason, from, to, fen);
            case CONSTANT -> state.book.move(reason, from, to, fen);
        }
    }

    private static Place free(Asset asset, int member) {
        return new Place(asset == Asset.CASH ? Kind.CASH : Kind.CONSTANT, member);
    }

    private static Place held(Asset asset, int member) {
        return new Place(asset == Asset.CASH ? Kind.HELD_CASH : Kind.HELD_CONSTANT, member);
    }
}
