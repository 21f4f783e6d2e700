package hongli.ledger.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The idempotency keys of one programme: for every position the print of its key and the print of its command.
///
/// Positions have no gaps, so the prints stand in pages by position, 32 bytes each. They are found by open addressing
/// in tables of positions, split in segments by the print's first bits so that growing one keeps nobody waiting
/// long. Beside each position stand 32 bits of the print as a tag, so that a page is hardly ever looked at in vain.
/// Prints are taken from SHA-256, so the places are even and need no further mixing. Entries are only ever added:
/// whoever knows the size at one moment may read those entries for ever after, from any thread.
final class Keys {
    private static final int SEGMENTS = 64;
    private static final int SEGMENT_SHIFT = 58;
    private static final int PAGE_ENTRIES = 1024;
    private static final int LONGS = 4;
    private static final int SMALLEST_TABLE = 8;
    private static final long TAG = -1L << Integer.SIZE;

    private final List<long[]> pages = new ArrayList<>();
    private final long[][] tables = new long[SEGMENTS][SMALLEST_TABLE];
    private final int[] used = new int[SEGMENTS];
    private int size;

    /// How many there are, which is the last position.
    int size() {
        return size;
    }

    /// The position at which `key` was used, or 0.
    int find(Print key) {
        long[] table = tables[segment(key.high())];
        for (int slot = slot(key.low(), table); table[slot] != 0; slot = slot + 1 & table.length - 1) {
            int position = (int) table[slot];
            boolean maybe = table[slot] >>> Integer.SIZE == key.low() >>> Integer.SIZE;
            if (maybe && at(position, 0) == key.high() && at(position, 1) == key.low()) {
                return position;
            }
        }
        return 0;
    }

    boolean isContent(int position, Print content) {
        return at(position, 2) == content.high() && at(position, 3) == content.low();
    }

    /// Adds the next position.
    void add(Print key, Print content) {
        if (size == Integer.MAX_VALUE) {
            throw new IllegalStateException("programme must have fewer commands: commands=" + size);
        }
        if (size % PAGE_ENTRIES == 0) {
            pages.add(new long[PAGE_ENTRIES * LONGS]);
        }
        long[] page = pages.get(size / PAGE_ENTRIES);
        int offset = size % PAGE_ENTRIES * LONGS;
        page[offset] = key.high();
        page[offset + 1] = key.low();
        page[offset + 2] = content.high();
        page[offset + 3] = content.low();
        size++;
        enter(key.high(), key.low(), size);
    }

    /// The pages as they are now, for reading up to the size of now.
    List<long[]> pages() {
        return List.copyOf(pages);
    }

    static void write(DataOutput out, List<long[]> pages, int size) throws IOException {
        for (int i = 0; i < size; i++) {
            long[] page = pages.get(i / PAGE_ENTRIES);
            int offset = i % PAGE_ENTRIES * LONGS;
            for (int j = 0; j < LONGS; j++) {
                out.writeLong(page[offset + j]);
            }
        }
    }

    static Keys read(DataInput in, int size) throws IOException {
        var keys = new Keys();
        for (int i = 0; i < size; i++) {
            keys.add(new Print(in.readLong(), in.readLong()), new Print(in.readLong(), in.readLong()));
        }
        return keys;
    }

    private void enter(long high, long low, int position) {
        int segment = segment(high);
        if (used[segment] * 2 >= tables[segment].length) {
            grow(segment);
        }
        put(tables[segment], low, position);
        used[segment]++;
    }

    private void grow(int segment) {
        long[] old = tables[segment];
        var table = new long[old.length * 2];
        for (long entry : old) {
            if (entry != 0) {
                put(table, at((int) entry, 1), (int) entry);
            }
        }
        tables[segment] = table;
    }

    private static void put(long[] table, long low, int position) {
        int slot = slot(low, table);
        while (table[slot] != 0) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = low & TAG | position;
    }

    private long at(int position, int which) {
        return pages.get((position - 1) / PAGE_ENTRIES)[(position - 1) % PAGE_ENTRIES * LONGS + which];
    }

    private static int segment(long high) {
        return (int) (high >>> SEGMENT_SHIFT);
    }

    private static int slot(long low, long[] table) {
        return (int) low & table.length - 1;
    }
}
