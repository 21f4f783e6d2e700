package hongli.economy.model;

import hongli.economy.command.Asset;
import java.math.BigInteger;

/// Funds set aside, and whether they still are.
final class EagerHold {
    final EagerMember member;
    final Asset asset;
    final BigInteger fen;

    boolean ended;

    EagerHold(EagerMember member, Asset asset, BigInteger fen) {
        this.member = member;
        this.asset = asset;
        this.fen = fen;
    }

    /// Moves the funds aside.
    void start() {
        move(fen);
    }

    /// Gives the funds back.
    void release() {
        move(fen.negate());
        ended = true;
    }

    /// Takes the funds out of the hold; the caller says to whom they go.
    void capture() {
        switch (asset) {
            case CASH -> member.heldCash = member.heldCash.subtract(fen);
            case CONSTANT -> member.heldConstant = member.heldConstant.subtract(fen);
        }
        ended = true;
    }

    private void move(BigInteger aside) {
        switch (asset) {
            case CASH -> {
                member.payFen(aside);
                member.heldCash = member.heldCash.add(aside);
            }
            case CONSTANT -> {
                member.constant = Numbers.notNegative(member.constant.subtract(aside));
                member.heldConstant = member.heldConstant.add(aside);
            }
        }
    }
}
