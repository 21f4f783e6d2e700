package hongli.economy;

import hongli.economy.command.OrderId;
import hongli.economy.store.Names;
import hongli.economy.store.Packed;
import hongli.economy.store.Rows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// The settled orders, with what must be known to undo one: its base, its buyer, the day and the points granted:
/// written once and packed, but for the marks of the reversed.
/// Contribution, fund parts and quotas follow from the base and the terms; referrers from the buyer.
final class Orders {
    static final int UNKNOWN = -1;

    private static final int BASE = 0;
    private static final int BUYER = 1;
    private static final int DAY = 2;
    private static final int GRANTS = 3;
    private static final int MARK_BITS = 6;

    private final Names names;
    private final Packed settled;
    private final Rows reversed;
    private final long[] numbers;

    /// @param mostGrants how many grants an order can have
    Orders(int mostGrants) {
        this(new Names(), new Packed(), new Rows(1), mostGrants);
    }

    private Orders(Names names, Packed settled, Rows reversed, int mostGrants) {
        this.names = names;
        this.settled = settled;
        this.reversed = reversed;
        this.numbers = new long[GRANTS + mostGrants];
    }

    int size() {
        return settled.size();
    }

    /// The order's number, or [#UNKNOWN].
    int find(OrderId id) {
        return names.find(id.text());
    }

    /// @param points micro-points by grant, the buyer's first
    void add(OrderId id, long base, int buyer, int day, long[] points) {
        names.add(id.text());
        numbers[BASE] = base;
        numbers[BUYER] = buyer;
        numbers[DAY] = day;
        System.arraycopy(points, 0, numbers, GRANTS, points.length);
        int order = settled.add(numbers, GRANTS + points.length);
        if (order >>> MARK_BITS == reversed.size()) {
            reversed.append();
        }
    }

    long base(int order) {
        return settled.at(order)[BASE];
    }

    int buyer(int order) {
        return (int) settled.at(order)[BUYER];
    }

    /// How many days had been closed when the order settled.
    int day(int order) {
        return (int) settled.at(order)[DAY];
    }

    long[] points(int order) {
        long[] all = settled.at(order);
        return Arrays.copyOfRange(all, GRANTS, all.length);
    }

    boolean isReversed(int order) {
        return (reversed.at(order >>> MARK_BITS, 0) & 1L << order) != 0;
    }

    void reverse(int order) {
        int row = order >>> MARK_BITS;
        reversed.put(row, 0, reversed.at(row, 0) | 1L << order);
    }

    Orders fork() {
        return new Orders(names.fork(), settled.fork(), reversed.fork(), numbers.length - GRANTS);
    }

    void write(DataOutput out) throws IOException {
        names.write(out);
        settled.write(out);
        reversed.write(out);
    }

    static Orders read(DataInput in, int mostGrants) throws IOException {
        return new Orders(Names.read(in), Packed.read(in), Rows.read(in), mostGrants);
    }
}
