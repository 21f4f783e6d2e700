package hongli.ledger.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The idempotency keys of one programme: for every position the print of its key and the print of its command, in
/// about 28 bytes.
///
/// Positions have no gaps, so 64 bits of the key's print and 64 of the command's stand in pages by position. They are
/// found by open addressing in tables of 8 bytes an entry: 32 other bits of the key's print, the tag, and the position.
/// So 96 bits tell keys apart, and a page is hardly ever looked at in vain.
///
/// The tables are split in segments by the print's first bits, so that growing one keeps nobody waiting, and grow by a
/// quarter when they are four fifths full. A tag's place is its part of the table, as a fraction of 2³²: growing copies
/// in order of place and needs no page. Prints are taken from SHA-256, so the places are even and need no further
/// mixing. Entries are only ever added and none moves within a table: whoever knows the size at one moment may read
/// those entries for ever after from the pages and tables of that moment, from any thread.
final class Keys {
    private static final int SEGMENTS = 256;
    private static final int SEGMENT_SHIFT = 56;
    private static final int PAGE_ENTRIES = 1024;
    private static final int LONGS = 2;
    private static final int SMALLEST_TABLE = 8;
    private static final int TAGS_AT_ONCE = 1 << 22;
    private static final long POSITION = -1L >>> Integer.SIZE;
    private static final long[] NONE = {};

    private final List<long[]> pages = new ArrayList<>();
    private final long[][] tables = new long[SEGMENTS][];
    private final int[] used = new int[SEGMENTS];
    private int size;

    Keys() {
        Arrays.fill(tables, NONE);
    }

    /// How many there are, which is the last position.
    int size() {
        return size;
    }

    /// The position at which `key` was used, or 0.
    int find(Print key) {
        long[] table = tables[segment(key.high())];
        if (table.length == 0) {
            return 0;
        }
        long tag = key.low() & ~POSITION;
        for (int slot = slot(tag, table); table[slot] != 0; slot = next(slot, table)) {
            int position = (int) table[slot];
            if ((table[slot] & ~POSITION) == tag && at(position, 0) == key.high()) {
                return position;
            }
        }
        return 0;
    }

    boolean isContent(int position, Print content) {
        return at(position, 1) == content.high();
    }

    /// Adds the next position.
    void add(Print key, Print content) {
        add(key.high(), key.low() & ~POSITION, content.high());
    }

    private void add(long high, long tag, long content) {
        if (size == Integer.MAX_VALUE) {
            throw new IllegalStateException("programme must have fewer commands: commands=" + size);
        }
        if (size % PAGE_ENTRIES == 0) {
            pages.add(new long[PAGE_ENTRIES * LONGS]);
        }
        long[] page = pages.get(size / PAGE_ENTRIES);
        int offset = size % PAGE_ENTRIES * LONGS;
        page[offset] = high;
        page[offset + 1] = content;
        size++;
        int segment = segment(high);
        if (used[segment] * 5L >= tables[segment].length * 4L) {
            grow(segment);
        }
        put(tables[segment], tag | size);
        used[segment]++;
    }

    private void grow(int segment) {
        long[] old = tables[segment];
        var table = new long[Math.max(SMALLEST_TABLE, old.length + old.length / 4)];
        for (long entry : old) {
            if (entry != 0) {
                put(table, entry);
            }
        }
        tables[segment] = table;
    }

    private static void put(long[] table, long entry) {
        int slot = slot(entry, table);
        while (table[slot] != 0) {
            slot = next(slot, table);
        }
        table[slot] = entry;
    }

    private long at(int position, int which) {
        return pages.get((position - 1) / PAGE_ENTRIES)[(position - 1) % PAGE_ENTRIES * LONGS + which];
    }

    private static int segment(long high) {
        return (int) (high >>> SEGMENT_SHIFT);
    }

    private static int slot(long entry, long[] table) {
        return (int) ((entry >>> Integer.SIZE) * table.length >>> Integer.SIZE);
    }

    private static int next(int slot, long[] table) {
        return slot + 1 == table.length ? 0 : slot + 1;
    }

    /// The keys as they are now, for writing in any thread.
    Kept kept() {
        return new Kept(size, List.copyOf(pages), List.of(tables));
    }

    /// The keys of one moment.
    record Kept(int size, List<long[]> pages, List<long[]> tables) {
        /// Writes them by position: equal keys give equal bytes, however the tables came to be as they are.
        void write(DataOutput out) throws IOException {
            for (int from = 0; from < size; from += TAGS_AT_ONCE) {
                int[] tags = tags(from);
                for (int i = 0; i < tags.length; i++) {
                    long[] page = pages.get((from + i) / PAGE_ENTRIES);
                    int offset = (from + i) % PAGE_ENTRIES * LONGS;
                    out.writeLong(page[offset]);
                    out.writeInt(tags[i]);
                    out.writeLong(page[offset + 1]);
                }
            }
        }

        /// The tags of a run of positions, gathered from the tables.
        private int[] tags(int from) {
            var tags = new int[Math.min(TAGS_AT_ONCE, size - from)];
            for (long[] table : tables) {
                for (long entry : table) {
                    int place = (int) entry - 1 - from;
                    if (place >= 0 && place < tags.length) {
                        tags[place] = (int) (entry >>> Integer.SIZE);
                    }
                }
            }
            return tags;
        }
    }

    static Keys read(DataInput in, int size) throws IOException {
        var keys = new Keys();
        for (int i = 0; i < size; i++) {
            keys.add(in.readLong(), (long) in.readInt() << Integer.SIZE, in.readLong());
        }
        return keys;
    }
}
