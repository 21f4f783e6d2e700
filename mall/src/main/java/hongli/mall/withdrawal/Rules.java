package hongli.mall.withdrawal;

import hongli.economy.exact.Money;
import hongli.ledger.wire.Json;
import hongli.mall.payment.Purse;
import hongli.mall.table.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/// What must hold before a withdrawal is even reviewed: who asks, how much, how often.
final class Rules {
    private static final String LIVE = " and status not in ('refused', 'failed')";

    private final LongPredicate identities;

    Rules(LongPredicate identities) {
        this.identities = identities;
    }

    /// What was checked, for the operator to see; throws the refusal where something does not hold.
    String check(Transaction work, Purse.Holder holder, Money amount) {
        String who = requireKnown(work, holder);
        Limits limits = Limits.of(work, holder);
        if (amount.compareTo(limits.least()) < 0 || amount.compareTo(limits.most()) > 0) {
            throw WithdrawalGround.WITHDRAWAL_OUT_OF_RANGE.with(
                    "least", limits.least().toString(),
                    "most", limits.most().toString(),
                    "amount", amount.toString());
        }
        requireCool(work, holder, limits.cooling());
        long day = work.number(
                "select coalesce(sum(amount_fen), 0) number from mall.withdrawal where " + column(holder)
                        + " = ? and asked_at > ?" + LIVE,
                holder.id(),
                work.now().minus(Duration.ofDays(1)));
        if (Math.addExact(day, amount.fen()) > limits.daily().fen()) {
            throw WithdrawalGround.WITHDRAWAL_DAY_FULL.with(
                    "most", limits.daily().toString());
        }
        return Json.text(List.of(
                Map.of("rule", who),
                Map.of("rule", "range", "most", limits.most().toString()),
                Map.of("rule", "cooling", "hours", limits.cooling().toHours()),
                Map.of("rule", "day", "sum", new Money(day + amount.fen()).toString())));
    }

    private String requireKnown(Transaction work, Purse.Holder holder) {
        return switch (holder.party()) {
            case MEMBER -> {
                if (!identities.test(holder.id())) {
                    throw WithdrawalGround.IDENTITY_NOT_CONFIRMED.with();
                }
                yield "identity_confirmed";
            }
            case MERCHANT -> {
                if (!work.exists("select from mall.merchant where id = ? and status = 'open'", holder.id())) {
                    throw WithdrawalGround.MERCHANT_NOT_OPEN.with();
                }
                yield "merchant_open";
            }
        };
    }

    private static void requireCool(Transaction work, Purse.Holder holder, Duration cooling) {
        Optional<Instant> last = work.find(
                "select asked_at from mall.withdrawal where " + column(holder) + " = ?" + LIVE
                        + " order by id desc limit 1",
                row -> row.time("asked_at"),
                holder.id());
        if (last.isPresent() && last.get().plus(cooling).isAfter(work.now())) {
            throw WithdrawalGround.WITHDRAWAL_COOLING.with(
                    "until", last.get().plus(cooling).toString());
        }
    }

    /// The column of the withdrawals that such a holder's number stands in.
    static String column(Purse.Holder holder) {
        return switch (holder.party()) {
            case MEMBER -> "member";
            case MERCHANT -> "merchant";
        };
    }
}
