package hongli.economy.store;

import java.util.function.IntPredicate;

/// From hashes to numbers, growing without ever stopping to rehash everything.
///
/// Extendible hashing (Fagin, Nievergelt, Pippenger, Strong, 1979): a directory, chosen by the upper bits of the hash,
/// points to small tables; a table that is full splits in two, and the directory doubles when it must. A table has one
/// owner: a fork shares all tables and copies one before it writes to it.
final class HashIndex {
    private static final int MAX_DEPTH = 22;

    private Table[] directory;
    private int depth;
    private Object owner;

    /// Slots of hash (upper half) and number plus one (lower half), 0 where free; linear probing.
    private static final class Table {
        private static final int FIRST_SLOTS = 16;
        private static final int SPLIT_SLOTS = 512;

        private final Object owner;
        private final int depth;
        private long[] slots;
        private int count;

        Table(Object owner, int depth, long[] slots, int count) {
            this.owner = owner;
            this.depth = depth;
            this.slots = slots;
            this.count = count;
        }

        boolean isFull() {
            return count * 4 >= slots.length * 3;
        }

        boolean mayGrow() {
            return slots.length < SPLIT_SLOTS || depth >= MAX_DEPTH;
        }

        void grow() {
            long[] old = slots;
            slots = new long[old.length * 2];
            count = 0;
            addAll(old);
        }

        void addAll(long[] entries) {
            for (long entry : entries) {
                if (entry != 0) {
                    add(entry);
                }
            }
        }

        void add(long entry) {
            int mask = slots.length - 1;
            int slot = (int) (entry >>> 32) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = entry;
            count++;
        }
    }

    HashIndex() {
        this(new Table[1], 0, new Object());
        directory[0] = new Table(owner, 0, new long[Table.FIRST_SLOTS], 0);
    }

    private HashIndex(Table[] directory, int depth, Object owner) {
        this.directory = directory;
        this.depth = depth;
        this.owner = owner;
    }

    /// The number with this hash for which `matches` holds, or -1.
    int find(int hash, IntPredicate matches) {
        long[] slots = directory[place(hash)].slots;
        int mask = slots.length - 1;
        for (int slot = hash & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int number = (int) slots[slot] - 1;
            if ((int) (slots[slot] >>> 32) == hash && matches.test(number)) {
                return number;
            }
        }
        return -1;
    }

    void add(int hash, int number) {
        Table table = own(directory[place(hash)], hash);
        while (table.isFull()) {
            if (table.mayGrow()) {
                table.grow();
            } else {
                split(table, hash);
                table = directory[place(hash)];
            }
        }
        table.add((long) hash << 32 | number + 1L);
    }

    HashIndex fork() {
        owner = new Object();
        return new HashIndex(directory.clone(), depth, new Object());
    }

    private int place(int hash) {
        return depth == 0 ? 0 : hash >>> (32 - depth);
    }

    /// An owner is a token: it is the same one, or it is another.
    @SuppressWarnings("ReferenceEquality")
    private Table own(Table table, int hash) {
        if (table.owner == owner) {
            return table;
        }
        Table copy = new Table(owner, table.depth, table.slots.clone(), table.count);
        int first = firstPlace(hash, table.depth);
        for (int i = 0; i < 1 << (depth - table.depth); i++) {
            directory[first + i] = copy;
        }
        return copy;
    }

    /// The first place of the directory that leads to a table of this depth.
    private int firstPlace(int hash, int tableDepth) {
        return tableDepth == 0 ? 0 : (hash >>> (32 - tableDepth)) << (depth - tableDepth);
    }

    private void split(Table table, int hash) {
        if (table.depth == depth) {
            doubleDirectory();
        }
        Table[] halves = new Table[2];
        for (int half = 0; half < 2; half++) {
            halves[half] = new Table(owner, table.depth + 1, new long[table.slots.length], 0);
        }
        for (long entry : table.slots) {
            if (entry != 0) {
                halves[(int) (entry >>> (63 - table.depth)) & 1].add(entry);
            }
        }
        int first = firstPlace(hash, table.depth);
        int places = 1 << (depth - table.depth);
        for (int i = 0; i < places; i++) {
            directory[first + i] = halves[i < places / 2 ? 0 : 1];
        }
    }

    private void doubleDirectory() {
        Table[] doubled = new Table[directory.length * 2];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = directory[i / 2];
        }
        directory = doubled;
        depth++;
    }
}
