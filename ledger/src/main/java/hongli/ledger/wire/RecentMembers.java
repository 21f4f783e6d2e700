package hongli.ledger.wire;

import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The last few members of an entry, those of its command first, so that one who appears again need not be spelt again.
final class RecentMembers {
    static final int UNKNOWN = 0;
    private static final int KEPT = 16;

    private final @Nullable MemberId[] ring = new @Nullable MemberId[KEPT];
    private int count;

    /// Forgets all and begins with the members that `command` names.
    void begin(Command command) {
        Arrays.fill(ring, null);
        count = 0;
        switch (command) {
            case Command.JoinMember(var member, var referrer, boolean _) -> {
                add(member);
                addKnown(referrer);
            }
            case Command.SettleOrder(var _, var member, var _, var _) -> add(member);
            case Command.RedeemPoints(var member, var _, var _) -> add(member);
            case Command.ConvertPoints(var member, var _, var _) -> add(member);
            case Command.SpendConstant(var member, var merchant, var _) -> {
                add(member);
                add(merchant);
            }
            case Command.ExchangeConstant(var merchant, var _) -> add(merchant);
            case Command.WithdrawCash(var member, var _) -> add(member);
            case Command.HoldFunds(var _, var member, var _, var _) -> add(member);
            case Command.CaptureFunds(var _, var merchant) -> addKnown(merchant);
            case Command.ReverseOrder _,
                    Command.ReleaseFunds _,
                    Command.CloseDay _,
                    Command.CloseProgramme _,
                    Command.Unsound _ -> {}
        }
    }

    private void addKnown(@Nullable MemberId member) {
        if (member != null) {
            add(member);
        }
    }

    void add(MemberId member) {
        ring[count++ % KEPT] = member;
    }

    /// 1 for the last member added, 2 for the one before it, and so on, or [#UNKNOWN].
    int distanceOf(MemberId member) {
        for (int back = 1; back <= Math.min(count, KEPT); back++) {
            if (member.equals(ring[(count - back) % KEPT])) {
                return back;
            }
        }
        return UNKNOWN;
    }

    MemberId at(int back) {
        MemberId member = back <= Math.min(count, KEPT) ? ring[(count - back) % KEPT] : null;
        if (member == null) {
            throw new IllegalArgumentException("member must have been written before: back=" + back);
        }
        return member;
    }
}
