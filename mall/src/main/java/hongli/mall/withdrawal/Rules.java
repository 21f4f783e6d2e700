package hongli.mall.withdrawal;

import hongli.economy.exact.Money;
import hongli.ledger.wire.Json;
import hongli.mall.table.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/// What must hold before a withdrawal is even reviewed: who the member is, how much, how often.
final class Rules {
    private static final String LIVE = " and status not in ('refused', 'failed')";

    private final LongPredicate identities;

    Rules(LongPredicate identities) {
        this.identities = identities;
    }

    /// What was checked, for the operator to see; throws the refusal where something does not hold.
    String check(Transaction work, long member, Money amount) {
        if (!identities.test(member)) {
            throw WithdrawalGround.IDENTITY_NOT_CONFIRMED.with();
        }
        Money least = new Money(setting(work, "withdrawal_least_fen"));
        Money most = new Money(setting(work, "withdrawal_most_fen"));
        if (amount.compareTo(least) < 0 || amount.compareTo(most) > 0) {
            throw WithdrawalGround.WITHDRAWAL_OUT_OF_RANGE.with(
                    "least", least.toString(), "most", most.toString(), "amount", amount.toString());
        }
        Duration cooling = Duration.ofHours(setting(work, "withdrawal_cooling_hours"));
        Optional<Instant> last = work.find(
                "select asked_at from mall.withdrawal where member = ?" + LIVE + " order by id desc limit 1",
                row -> row.time("asked_at"),
                member);
        if (last.isPresent() && last.get().plus(cooling).isAfter(work.now())) {
            throw WithdrawalGround.WITHDRAWAL_COOLING.with(
                    "until", last.get().plus(cooling).toString());
        }
        long day = work.number(
                "select coalesce(sum(amount_fen), 0) number from mall.withdrawal where member = ? and asked_at > ?"
                        + LIVE,
                member,
                work.now().minus(Duration.ofDays(1)));
        Money daily = new Money(setting(work, "withdrawal_day_fen"));
        if (Math.addExact(day, amount.fen()) > daily.fen()) {
            throw WithdrawalGround.WITHDRAWAL_DAY_FULL.with("most", daily.toString());
        }
        return Json.text(List.of(
                Map.of("rule", "identity_confirmed"),
                Map.of("rule", "range", "most", most.toString()),
                Map.of("rule", "cooling", "hours", cooling.toHours()),
                Map.of("rule", "day", "sum", new Money(day + amount.fen()).toString())));
    }

    private static long setting(Transaction work, String name) {
        return work.number("select (value #>> '{}')::bigint number from mall.setting where name = ?", name);
    }
}
