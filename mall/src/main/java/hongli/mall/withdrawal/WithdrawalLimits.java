package hongli.mall.withdrawal;

import hongli.economy.exact.Money;
import hongli.economy.terms.Fault;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.payment.Purse;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How much cash members and merchants may ask for at once and in a day, and how often; set by operators.
public final class WithdrawalLimits {
    /// Nobody waits longer than this between two requests.
    public static final long MOST_HOURS = 720;

    private static final Money SMALLEST = new Money(1);

    private final Tables tables;

    public WithdrawalLimits(Tables tables) {
        this.tables = tables;
    }

    /// The limits of one kind of holder.
    ///
    /// @param least of one request
    /// @param most of one request
    /// @param day of all requests within a day
    /// @param coolingHours how long after one request the next may come
    public record Limits(Money least, Money most, Money day, long coolingHours) {
        private Map<String, Object> told() {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("least", least.toString());
            told.put("most", most.toString());
            told.put("day", day.toString());
            told.put("coolingHours", coolingHours);
            return told;
        }

        private List<Fault> faults() {
            List<Fault> faults = new ArrayList<>();
            if (least.compareTo(SMALLEST) < 0) {
                faults.add(new Fault("least", "out_of_range", "at least " + SMALLEST, least.toString()));
            }
            if (most.compareTo(least) < 0) {
                faults.add(new Fault("most", "out_of_range", "at least " + least, most.toString()));
            }
            if (day.compareTo(most) < 0) {
                faults.add(new Fault("day", "out_of_range", "at least " + most, day.toString()));
            }
            if (coolingHours < 0 || coolingHours > MOST_HOURS) {
                faults.add(new Fault(
                        "coolingHours", "out_of_range", "from 0 to " + MOST_HOURS, String.valueOf(coolingHours)));
            }
            return faults;
        }
    }

    /// What holds for members or for merchants now.
    public Limits of(Actor actor, Purse.Party party) {
        actor.requireOperator(Permission.SETTINGS_CHANGE);
        return tables.work(work -> read(work, party));
    }

    static Limits read(Transaction work, Purse.Party party) {
        return new Limits(
                new Money(setting(work, party, "least_fen")),
                new Money(setting(work, party, "most_fen")),
                new Money(setting(work, party, "day_fen")),
                setting(work, party, "cooling_hours"));
    }

    /// Sets them; requests that were made stay as they are.
    ///
    /// @throws Refusal where they contradict each other, naming everything that does
    public void change(Actor actor, Purse.Party party, Limits wanted) {
        actor.requireOperator(Permission.SETTINGS_CHANGE);
        List<Fault> faults = wanted.faults();
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        tables.run(work -> {
            work.all(
                    "select name from mall.setting where name like ? order by name for update",
                    row -> row.text("name"),
                    beginning(party) + "%");
            Limits before = read(work, party);
            write(work, party, "least_fen", wanted.least().fen());
            write(work, party, "most_fen", wanted.most().fen());
            write(work, party, "day_fen", wanted.day().fen());
            write(work, party, "cooling_hours", wanted.coolingHours());
            Trail.tell(
                    work,
                    actor,
                    "withdrawal.limits_changed." + party.name().toLowerCase(Locale.ROOT),
                    new Trail.Subject("setting", 0),
                    new Trail.Change(before.told(), wanted.told()));
        });
    }

    private static void write(Transaction work, Purse.Party party, String name, long value) {
        work.run("update mall.setting set value = to_jsonb(?::bigint) where name = ?", value, beginning(party) + name);
    }

    private static long setting(Transaction work, Purse.Party party, String name) {
        return work.number(
                "select (value #>> '{}')::bigint number from mall.setting where name = ?", beginning(party) + name);
    }

    /// Merchants have limits of their own.
    private static String beginning(Purse.Party party) {
        return switch (party) {
            case MEMBER -> "withdrawal_";
            case MERCHANT -> "merchant_withdrawal_";
        };
    }
}
