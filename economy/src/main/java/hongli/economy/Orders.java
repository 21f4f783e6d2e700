package hongli.economy;

import hongli.economy.command.OrderId;
import hongli.economy.store.Names;
import hongli.economy.store.Rows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// The settled orders, with what must be known to undo one: its base, its buyer, the day and the points granted.
/// Contribution, fund parts and quotas follow from the base and the terms; referrers from the buyer.
final class Orders {
    static final int UNKNOWN = -1;

    private static final int BASE = 0;
    private static final int BUYER_AND_DAY = 1;
    private static final int REVERSED_AND_GRANTS = 2;
    private static final int GRANTS = 3;

    private final Names names;
    private final Rows rows;

    /// @param mostGrants how many grants an order can have
    Orders(int mostGrants) {
        this(new Names(), new Rows(GRANTS + mostGrants));
    }

    private Orders(Names names, Rows rows) {
        this.names = names;
        this.rows = rows;
    }

    int size() {
        return rows.size();
    }

    /// The order's number, or [#UNKNOWN].
    int find(OrderId id) {
        return names.find(id.text());
    }

    /// @param points micro-points by grant, the buyer's first
    void add(OrderId id, long base, int buyer, int day, long[] points) {
        names.add(id.text());
        int order = rows.append();
        rows.put(order, BASE, base);
        rows.putUpper(order, BUYER_AND_DAY, buyer);
        rows.putLower(order, BUYER_AND_DAY, day);
        rows.putLower(order, REVERSED_AND_GRANTS, points.length);
        for (int grant = 0; grant < points.length; grant++) {
            rows.put(order, GRANTS + grant, points[grant]);
        }
    }

    long base(int order) {
        return rows.at(order, BASE);
    }

    int buyer(int order) {
        return rows.upper(order, BUYER_AND_DAY);
    }

    /// How many days had been closed when the order settled.
    int day(int order) {
        return rows.lower(order, BUYER_AND_DAY);
    }

    long[] points(int order) {
        long[] points = new long[rows.lower(order, REVERSED_AND_GRANTS)];
        for (int grant = 0; grant < points.length; grant++) {
            points[grant] = rows.at(order, GRANTS + grant);
        }
        return points;
    }

    boolean isReversed(int order) {
        return rows.upper(order, REVERSED_AND_GRANTS) != 0;
    }

    void reverse(int order) {
        rows.putUpper(order, REVERSED_AND_GRANTS, 1);
    }

    Orders fork() {
        return new Orders(names.fork(), rows.fork());
    }

    void write(DataOutput out) throws IOException {
        names.write(out);
        rows.write(out);
    }

    static Orders read(DataInput in) throws IOException {
        return new Orders(Names.read(in), Rows.read(in));
    }
}
