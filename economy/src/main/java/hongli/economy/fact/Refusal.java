package hongli.economy.fact;

import hongli.economy.command.HoldId;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import java.time.LocalDate;

/// Why a command was rejected, with the numbers a caller needs; a rejected command has no effect.
public sealed interface Refusal {
    /// The stable name of the reason; it never changes meaning.
    String code();

    /// The programme is wound up: only cash can still be withdrawn.
    record ProgrammeClosed() implements Refusal {
        @Override
        public String code() {
            return "programme_closed";
        }
    }

    /// A value that breaks a rule by itself: an amount of zero, too many decimals, a day that is no day.
    ///
    /// @param field the name in the command
    /// @param fault what is wrong
    /// @param found the value as it was given
    record ValueUnsound(String field, ValueFault fault, String found) implements Refusal {
        @Override
        public String code() {
            return fault.code();
        }
    }

    record MemberExists(MemberId member) implements Refusal {
        @Override
        public String code() {
            return "member_exists";
        }
    }

    record MemberUnknown(MemberId member) implements Refusal {
        @Override
        public String code() {
            return "member_unknown";
        }
    }

    record ReferrerUnknown(MemberId referrer) implements Refusal {
        @Override
        public String code() {
            return "referrer_unknown";
        }
    }

    record MerchantUnknown(MemberId merchant) implements Refusal {
        @Override
        public String code() {
            return "merchant_unknown";
        }
    }

    record NotAMerchant(MemberId member) implements Refusal {
        @Override
        public String code() {
            return "not_a_merchant";
        }
    }

    record OrderExists(OrderId order) implements Refusal {
        @Override
        public String code() {
            return "order_exists";
        }
    }

    record OrderUnknown(OrderId order) implements Refusal {
        @Override
        public String code() {
            return "order_unknown";
        }
    }

    record OrderAlreadyReversed(OrderId order) implements Refusal {
        @Override
        public String code() {
            return "order_already_reversed";
        }
    }

    /// More points asked for than the member has.
    record PointsInsufficient(MemberId member, Points held, Points asked) implements Refusal {
        @Override
        public String code() {
            return "points_insufficient";
        }
    }

    /// More cash asked for than the member has.
    record CashInsufficient(MemberId member, PicoFen held, Money asked) implements Refusal {
        @Override
        public String code() {
            return "cash_insufficient";
        }
    }

    /// More constant points asked for than the member has.
    record ConstantInsufficient(MemberId member, Money held, Money asked) implements Refusal {
        @Override
        public String code() {
            return "constant_insufficient";
        }
    }

    /// The programme has no pool, so points are not redeemed or converted.
    record NoPool() implements Refusal {
        @Override
        public String code() {
            return "no_pool";
        }
    }

    /// So few points that nothing would be paid for them.
    record NothingToPay(Points points) implements Refusal {
        @Override
        public String code() {
            return "nothing_to_pay";
        }
    }

    /// Less would be paid than the caller insists on.
    record BelowAtLeast(Money offered, Money atLeast) implements Refusal {
        @Override
        public String code() {
            return "below_at_least";
        }
    }

    /// So small an amount that not one micro-point would be given for it.
    record NothingToGive(Money amount) implements Refusal {
        @Override
        public String code() {
            return "nothing_to_give";
        }
    }

    record HoldExists(HoldId hold) implements Refusal {
        @Override
        public String code() {
            return "hold_exists";
        }
    }

    record HoldUnknown(HoldId hold) implements Refusal {
        @Override
        public String code() {
            return "hold_unknown";
        }
    }

    /// The hold was captured or released before.
    record HoldEnded(HoldId hold) implements Refusal {
        @Override
        public String code() {
            return "hold_ended";
        }
    }

    /// Held constant points can be captured by a merchant only.
    record MerchantRequired(HoldId hold) implements Refusal {
        @Override
        public String code() {
            return "merchant_required";
        }
    }

    /// The date is not later than the last day that was closed.
    record DayNotLater(LocalDate date, LocalDate lastClosed) implements Refusal {
        @Override
        public String code() {
            return "day_not_later";
        }
    }

    /// With this order more money would have come in than a programme can hold.
    record MoneyLimit(Money limit) implements Refusal {
        @Override
        public String code() {
            return "money_limit";
        }
    }

    /// With this order a member's quota would pass the largest there can be.
    record QuotaLimit(MemberId member, Money limit) implements Refusal {
        @Override
        public String code() {
            return "quota_limit";
        }
    }
}
