package hongli.economy;

import hongli.economy.exact.Wide;
import hongli.economy.store.Rows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// The running dividend per micro-point and per head of each tier, as it stood after every closed day.
///
/// A day's close adds to these sums and touches nobody. What a member has accrued is the difference between the sums
/// now and those of the day up to which it is booked, times what it held all the while: it cannot have changed, since
/// a member is booked before anything of it changes (the running index of section 8 of the specification).
final class Dividends {
    private final int tiers;
    private final Rows days;
    private Wide perPoint;
    private final Wide[] perHead;

    /// @param tiers how many thresholds there are
    Dividends(int tiers) {
        this(tiers, new Rows(2 + 2 * tiers), Wide.ZERO, new Wide[tiers + 1]);
        Arrays.fill(perHead, Wide.ZERO);
        days.append();
    }

    private Dividends(int tiers, Rows days, Wide perPoint, Wide[] perHead) {
        this.tiers = tiers;
        this.days = days;
        this.perPoint = perPoint;
        this.perHead = perHead;
    }

    /// How many days were closed.
    int today() {
        return days.size() - 1;
    }

    /// Pico-fen per micro-point since the programme began.
    Wide perPoint() {
        return perPoint;
    }

    /// Pico-fen per head of just this tier since the programme began, those of the tiers below included.
    Wide perHead(int tier) {
        return perHead[tier];
    }

    /// Grants `amount` pico-fen to each micro-point.
    void addPerPoint(Wide amount) {
        perPoint = perPoint.plus(amount);
    }

    /// Grants `amount` pico-fen to each head of `tier` and above.
    void addPerHead(int tier, Wide amount) {
        for (int above = tier; above <= tiers; above++) {
            perHead[above] = perHead[above].plus(amount);
        }
    }

    /// Ends the day: the sums as they stand now are those after it.
    void endDay() {
        int day = days.append();
        put(day, 0, perPoint);
        for (int tier = 1; tier <= tiers; tier++) {
            put(day, 2 * tier, perHead[tier]);
        }
    }

    /// What a member with `points` and `tier` has accrued since `day`, in pico-fen.
    Wide accrued(long points, int tier, int day) {
        Wide byPoints = perPoint.minus(at(day, 0)).times(points);
        return tier == 0 ? byPoints : byPoints.plus(perHead[tier].minus(at(day, 2 * tier)));
    }

    Dividends fork() {
        return new Dividends(tiers, days.fork(), perPoint, perHead.clone());
    }

    void write(DataOutput out) throws IOException {
        days.write(out);
    }

    static Dividends read(DataInput in, int tiers) throws IOException {
        Rows days = Rows.read(in);
        Dividends read = new Dividends(tiers, days, Wide.ZERO, new Wide[tiers + 1]);
        int today = days.size() - 1;
        read.perPoint = read.at(today, 0);
        read.perHead[0] = Wide.ZERO;
        for (int tier = 1; tier <= tiers; tier++) {
            read.perHead[tier] = read.at(today, 2 * tier);
        }
        return read;
    }

    private Wide at(int day, int field) {
        return new Wide(days.at(day, field), days.at(day, field + 1));
    }

    private void put(int day, int field, Wide sum) {
        days.put(day, field, sum.high());
        days.put(day, field + 1, sum.low());
    }
}
