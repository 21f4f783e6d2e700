package hongli.economy.command;

import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.fact.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing asked of a programme; the rules are section 4 of the economy's specification.
///
/// Amounts and points are above 0 and within their limits; only an order's base may be 0.
public sealed interface Command {
    /// The word in files and on the wire, such as `order.settled`.
    String type();

    /// A member joins, once, with a referrer who is fixed for good, or as a merchant.
    record JoinMember(MemberId member, @Nullable MemberId referrer, boolean merchant) implements Command {
        @Override
        public String type() {
            return "member.joined";
        }
    }

    /// An order that can no longer be returned is settled: `amount` was consumed, `base` feeds the pool and the funds.
    record SettleOrder(OrderId order, MemberId member, Money amount, Money base) implements Command {
        public SettleOrder {
            if (base.compareTo(amount) > 0) {
                throw new IllegalArgumentException("base must be <= amount: base=" + base + ", amount=" + amount);
            }
        }

        @Override
        public String type() {
            return "order.settled";
        }
    }

    /// A settled order is undone, once.
    record ReverseOrder(OrderId order) implements Command {
        @Override
        public String type() {
            return "order.reversed";
        }
    }

    /// Points are given back for money (回购), for at least `atLeast`.
    record RedeemPoints(
            MemberId member, Points points, @Nullable Money atLeast) implements Command {
        @Override
        public String type() {
            return "points.redeemed";
        }
    }

    /// Points become constant points (恒定积分), at least `atLeast` of them.
    record ConvertPoints(
            MemberId member, Points points, @Nullable Money atLeast) implements Command {
        @Override
        public String type() {
            return "points.converted";
        }
    }

    /// A member pays a merchant in constant points.
    record SpendConstant(MemberId member, MemberId merchant, Money amount) implements Command {
        @Override
        public String type() {
            return "constant.spent";
        }
    }

    /// A merchant gives constant points back for points of the treasury.
    record ExchangeConstant(MemberId merchant, Money amount) implements Command {
        @Override
        public String type() {
            return "constant.exchanged";
        }
    }

    /// A member takes cash out.
    record WithdrawCash(MemberId member, Money amount) implements Command {
        @Override
        public String type() {
            return "cash.withdrawn";
        }
    }

    /// Cash or constant points of a member are set aside under a hold.
    record HoldFunds(HoldId hold, MemberId member, Asset asset, Money amount) implements Command {
        @Override
        public String type() {
            return "funds.held";
        }
    }

    /// What is held is paid to a merchant or, cash only, paid out.
    record CaptureFunds(HoldId hold, @Nullable MemberId merchant) implements Command {
        @Override
        public String type() {
            return "funds.captured";
        }
    }

    /// What is held goes back to its member.
    record ReleaseFunds(HoldId hold) implements Command {
        @Override
        public String type() {
            return "funds.released";
        }
    }

    /// The day's dividends are shared out.
    record CloseDay(LocalDate date) implements Command {
        @Override
        public String type() {
            return "day.closed";
        }
    }

    /// The programme is wound up.
    record CloseProgramme() implements Command {
        @Override
        public String type() {
            return "programme.closed";
        }
    }

    /// A command of a known type with a value that no rule could accept, such as an amount of zero: always refused.
    ///
    /// @param fields the command as it was given
    record Unsound(String type, Map<String, Object> fields, Refusal.ValueUnsound refusal) implements Command {
        public Unsound {
            fields = Map.copyOf(fields);
        }
    }
}
