package hongli.economy.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntPredicate;

/// From hashes to numbers, growing without ever stopping to rehash everything.
///
/// Extendible hashing (Fagin, Nievergelt, Pippenger, Strong, 1979): a directory, chosen by the upper bits of the hash,
/// points to small tables; a table that is full grows by a quarter, or splits in two once it is large, and the
/// directory doubles when it must. So a table is never less than three fifths full. A fork shares all tables and copies
/// one before it writes to it.
final class HashIndex {
    private static final int MAX_DEPTH = 22;
    private static final int FIRST_SLOTS = 15;
    private static final int SPLIT_SLOTS = 700;
    private static final long SCATTER = 0x9E37_79B9L;

    /// A table's depth (upper half) and count (lower half), then slots of hash (upper half) and number plus one (lower
    /// half), 0 where free; linear probing.
    private long[][] directory;

    private boolean[] shared;
    private int depth;

    HashIndex() {
        this(new long[][] {new long[1 + FIRST_SLOTS]}, new boolean[1], 0);
    }

    private HashIndex(long[][] directory, boolean[] shared, int depth) {
        this.directory = directory;
        this.shared = shared;
        this.depth = depth;
    }

    /// The number with this hash for which `matches` holds, or -1.
    int find(int hash, IntPredicate matches) {
        long[] table = directory[place(hash)];
        for (int slot = firstSlot(table, hash); table[slot] != 0; slot = nextSlot(table, slot)) {
            int number = (int) table[slot] - 1;
            if ((int) (table[slot] >>> 32) == hash && matches.test(number)) {
                return number;
            }
        }
        return -1;
    }

    void add(int hash, int number) {
        while (isFull(directory[place(hash)])) {
            makeRoom(hash);
        }
        put(own(hash), (long) hash << 32 | number + 1L);
    }

    HashIndex fork() {
        Arrays.fill(shared, true);
        return new HashIndex(directory.clone(), shared.clone(), depth);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(depth);
        for (int place = 0; place < directory.length; place += 1 << depth - depthOf(directory[place])) {
            out.writeInt(directory[place].length);
            Longs.write(out, directory[place], directory[place].length);
        }
    }

    static HashIndex read(DataInput in) throws IOException {
        int depth = Longs.readCount(in, MAX_DEPTH);
        long[][] directory = new long[1 << depth][];
        int place = 0;
        while (place < directory.length) {
            long[] table = Longs.read(in, Longs.readCount(in, Integer.MAX_VALUE));
            int end = place + (1 << depth - depthOf(table));
            Arrays.fill(directory, place, end, table);
            place = end;
        }
        return new HashIndex(directory, new boolean[directory.length], depth);
    }

    private int place(int hash) {
        return depth == 0 ? 0 : hash >>> (32 - depth);
    }

    private static int depthOf(long[] table) {
        return (int) (table[0] >>> 32);
    }

    private static int countOf(long[] table) {
        return (int) table[0];
    }

    private static boolean isFull(long[] table) {
        return countOf(table) * 5L >= (table.length - 1) * 4L;
    }

    private static int firstSlot(long[] table, int hash) {
        return 1 + (int) ((hash * SCATTER & 0xFFFF_FFFFL) * (table.length - 1) >>> 32);
    }

    private static int nextSlot(long[] table, int slot) {
        return slot + 1 == table.length ? 1 : slot + 1;
    }

    private static void put(long[] table, long entry) {
        int slot = firstSlot(table, (int) (entry >>> 32));
        while (table[slot] != 0) {
            slot = nextSlot(table, slot);
        }
        table[slot] = entry;
        table[0]++;
    }

    private long[] own(int hash) {
        int place = place(hash);
        if (shared[place]) {
            enter(hash, directory[place].clone());
        }
        return directory[place];
    }

    /// Lets all places of the directory that `table` is for, this hash's among them, lead to it.
    private void enter(int hash, long[] table) {
        int tableDepth = depthOf(table);
        int first = tableDepth == 0 ? 0 : (hash >>> (32 - tableDepth)) << (depth - tableDepth);
        int end = first + (1 << (depth - tableDepth));
        Arrays.fill(directory, first, end, table);
        Arrays.fill(shared, first, end, false);
    }

    private void makeRoom(int hash) {
        long[] table = directory[place(hash)];
        int tableDepth = depthOf(table);
        if (table.length < SPLIT_SLOTS || tableDepth >= MAX_DEPTH) {
            long[] larger = empty(tableDepth, countOf(table));
            for (int slot = 1; slot < table.length; slot++) {
                if (table[slot] != 0) {
                    put(larger, table[slot]);
                }
            }
            enter(hash, larger);
        } else {
            if (tableDepth == depth) {
                doubleDirectory();
            }
            split(table, tableDepth + 1);
        }
    }

    private void split(long[] table, int halfDepth) {
        int bit = 64 - halfDepth;
        int upper = 0;
        long prefix = 0;
        for (int slot = 1; slot < table.length; slot++) {
            if (table[slot] != 0) {
                upper += (int) (table[slot] >>> bit) & 1;
                prefix = table[slot] >>> 32;
            }
        }
        long[][] halves = {empty(halfDepth, countOf(table) - upper), empty(halfDepth, upper)};
        for (int slot = 1; slot < table.length; slot++) {
            if (table[slot] != 0) {
                put(halves[(int) (table[slot] >>> bit) & 1], table[slot]);
            }
        }
        int halfBit = 1 << (32 - halfDepth);
        enter((int) prefix & ~halfBit, halves[0]);
        enter((int) prefix | halfBit, halves[1]);
    }

    /// A table with room for `count` entries and a quarter more.
    private static long[] empty(int tableDepth, int count) {
        long[] table = new long[1 + Math.max(FIRST_SLOTS, (int) (count * 25L / 16))];
        table[0] = (long) tableDepth << 32;
        return table;
    }

    private void doubleDirectory() {
        long[][] doubled = new long[directory.length * 2][];
        boolean[] doubledShared = new boolean[doubled.length];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = directory[i / 2];
            doubledShared[i] = shared[i / 2];
        }
        directory = doubled;
        shared = doubledShared;
        depth++;
    }
}
