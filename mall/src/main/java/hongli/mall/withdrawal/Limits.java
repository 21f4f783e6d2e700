package hongli.mall.withdrawal;

import hongli.economy.exact.Money;
import hongli.mall.payment.Purse;
import hongli.mall.table.Transaction;
import java.time.Duration;

/// How much cash may be asked for, and how often. Members and merchants have limits of their own.
///
/// @param least by one request
/// @param most by one request
/// @param daily the most by all requests of 24 hours together
/// @param cooling between one request and the next
public record Limits(Money least, Money most, Money daily, Duration cooling) {

    static Limits of(Transaction work, Purse.Holder holder) {
        return new Limits(
                new Money(setting(work, holder, "least_fen")),
                new Money(setting(work, holder, "most_fen")),
                new Money(setting(work, holder, "day_fen")),
                Duration.ofHours(setting(work, holder, "cooling_hours")));
    }

    private static long setting(Transaction work, Purse.Holder holder, String name) {
        String beginning = switch (holder.party()) {
            case MEMBER -> "withdrawal_";
            case MERCHANT -> "merchant_withdrawal_";
        };
        return work.number("select (value #>> '{}')::bigint number from mall.setting where name = ?", beginning + name);
    }
}
