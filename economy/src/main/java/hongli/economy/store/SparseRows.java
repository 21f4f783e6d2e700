package hongli.economy.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Rows of longs for a few of many numbers; all others have zeros that take no room.
public final class SparseRows {
    private static final int OWNER = 0;

    private final int width;
    private final Rows rows;
    private final HashIndex index;

    /// @param width how many longs a number has
    public SparseRows(int width) {
        this(width, new Rows(1 + width), new HashIndex());
    }

    private SparseRows(int width, Rows rows, HashIndex index) {
        this.width = width;
        this.rows = rows;
        this.index = index;
    }

    public long at(int number, int field) {
        int row = find(number);
        return row < 0 ? 0 : rows.at(row, 1 + field);
    }

    public void put(int number, int field, long value) {
        int row = find(number);
        if (row < 0) {
            row = rows.append();
            rows.put(row, OWNER, number);
            index.add(hash(number), row);
        }
        rows.put(row, 1 + field, value);
    }

    public SparseRows fork() {
        return new SparseRows(width, rows.fork(), index.fork());
    }

    public void write(DataOutput out) throws IOException {
        rows.write(out);
        index.write(out);
    }

    /// The rows that were written, `width` longs a number.
    public static SparseRows read(DataInput in, int width) throws IOException {
        return new SparseRows(width, Rows.read(in), HashIndex.read(in));
    }

    private int find(int number) {
        return index.find(hash(number), row -> rows.at(row, OWNER) == number);
    }

    /// The finish of MurmurHash3: all bits depend on all.
    private static int hash(int number) {
        int hash = (number ^ number >>> 16) * 0x85EB_CA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2_AE35;
        return hash ^ hash >>> 16;
    }
}
