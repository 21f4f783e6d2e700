package hongli.economy.store;

import hongli.economy.exact.Wide;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Items ordered by a 128-bit key, the smallest on top, each of them removable: a heap that tells every
/// item's row where the item stands.
///
/// Every node has four children, which stand side by side in one row, so that a step down costs one or
/// two cache lines and there are half as many steps as with two. Nodes are numbered from 3 on, so that
/// siblings share all but the last two bits. The upper halves of the keys are kept only once one of
/// them is not zero. Equal keys may stand in any order; it depends on the history of the heap alone.
public final class Heap {
    private static final int CHILDREN = 4;
    private static final int CHILD_BITS = 2;
    private static final int ROOT = CHILDREN - 1;
    private static final int ITEMS = CHILDREN;
    private static final int WIDTH = CHILDREN + CHILDREN / 2;

    private final Rows nodes;
    private final Rows items;
    private final Slot slot;
    private @Nullable Rows highs;
    private int size;

    /// Where an item's row keeps its place in this heap; 0 where it is not in it.
    ///
    /// @param field the field of the row
    /// @param upper whether it is the upper half of the field
    public record Slot(int field, boolean upper) {
        int at(Rows rows, int row) {
            return upper ? rows.upper(row, field) : rows.lower(row, field);
        }

        void put(Rows rows, int row, int value) {
            if (upper) {
                rows.putUpper(row, field, value);
            } else {
                rows.putLower(row, field, value);
            }
        }
    }

    /// An empty heap of rows of `items`.
    public Heap(Rows items, Slot slot) {
        this(new Rows(WIDTH), items, slot);
    }

    private Heap(Rows nodes, Rows items, Slot slot) {
        this.nodes = nodes;
        this.items = items;
        this.slot = slot;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    public boolean contains(int item) {
        return slot.at(items, item) != 0;
    }

    /// The item with the smallest key; the heap must not be empty.
    public int top() {
        return item(ROOT);
    }

    /// The smallest key; the heap must not be empty.
    public Wide topKey() {
        return key(ROOT);
    }

    /// Whether the smallest key is `level` or less.
    public boolean reaches(Wide level) {
        return size > 0 && compare(ROOT, level.high(), level.low()) <= 0;
    }

    /// Adds `item`, or moves it to its new key.
    public void place(int item, Wide key) {
        if (key.high() != 0 && highs == null) {
            highs = emptyHighs();
        }
        int place = slot.at(items, item);
        settle(place == 0 ? append() : place, key.high(), key.low(), item);
    }

    /// Takes `item` out, where it is in.
    public void remove(int item) {
        int place = slot.at(items, item);
        if (place == 0) {
            return;
        }
        slot.put(items, item, 0);
        int last = end() - 1;
        int moved = item(last);
        long high = high(last);
        long low = low(last);
        removeLast();
        if (place != last) {
            settle(place, high, low, moved);
        }
    }

    /// The same heap over forked rows of items.
    public Heap fork(Rows forkedItems) {
        Heap fork = new Heap(nodes.fork(), forkedItems, slot);
        fork.highs = highs == null ? null : highs.fork();
        fork.size = size;
        return fork;
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(size);
        nodes.write(out);
        out.writeBoolean(highs != null);
        if (highs != null) {
            highs.write(out);
        }
    }

    /// The heap that was written, over `items` that were written with it.
    public static Heap read(DataInput in, Rows items, Slot slot) throws IOException {
        int size = Longs.readCount(in, Integer.MAX_VALUE);
        Heap heap = new Heap(Rows.read(in), items, slot);
        heap.size = size;
        heap.highs = in.readBoolean() ? Rows.read(in) : null;
        return heap;
    }

    /// Whether every key is at least its parent's and every item knows its place.
    public boolean isSound() {
        for (int place = ROOT; place < end(); place++) {
            int above = place == ROOT ? ROOT : parent(place);
            if (slot.at(items, item(place)) != place || compare(above, high(place), low(place)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static int parent(int place) {
        return (place >>> CHILD_BITS) + CHILDREN - 2;
    }

    /// The place after the last.
    private int end() {
        return ROOT + size;
    }

    private long low(int place) {
        return nodes.at(place >>> CHILD_BITS, place & CHILDREN - 1);
    }

    private long high(int place) {
        return highs == null ? 0 : highs.at(place >>> CHILD_BITS, place & CHILDREN - 1);
    }

    private Wide key(int place) {
        return new Wide(high(place), low(place));
    }

    private int item(int place) {
        int field = ITEMS + (place >>> 1 & 1);
        int row = place >>> CHILD_BITS;
        return (place & 1) == 0 ? nodes.lower(row, field) : nodes.upper(row, field);
    }

    private Rows emptyHighs() {
        Rows empty = new Rows(CHILDREN);
        while (empty.size() < nodes.size()) {
            empty.append();
        }
        return empty;
    }

    /// Adds a place and returns it.
    private int append() {
        int place = end();
        if (place >>> CHILD_BITS == nodes.size()) {
            nodes.append();
            if (highs != null) {
                highs.append();
            }
        }
        size++;
        return place;
    }

    /// Takes the last place away and leaves zeros.
    private void removeLast() {
        int last = end() - 1;
        write(last, 0, 0, 0);
        size--;
        if ((last & CHILDREN - 1) == 0 || size == 0) {
            nodes.removeLast();
            if (highs != null) {
                highs.removeLast();
            }
        }
    }

    /// Puts `item` at `place`, which is free, and moves it up or down to where its key belongs.
    private void settle(int place, long high, long low, int item) {
        int up = rise(place, high, low);
        int there = up == place ? sink(place, high, low) : up;
        write(there, high, low, item);
        slot.put(items, item, there);
    }

    private int rise(int start, long high, long low) {
        int place = start;
        while (place > ROOT && compare(parent(place), high, low) > 0) {
            copy(parent(place), place);
            place = parent(place);
        }
        return place;
    }

    private int sink(int start, long high, long low) {
        int place = start;
        for (int child = smallestChild(place); child != 0; child = smallestChild(place)) {
            if (compare(child, high, low) >= 0) {
                break;
            }
            copy(child, place);
            place = child;
        }
        return place;
    }

    /// The child with the smallest key, or 0 where there is none.
    private int smallestChild(int place) {
        long first = ((long) place - CHILDREN + 2) << CHILD_BITS;
        long end = Math.min(first + CHILDREN, end());
        if (first >= end) {
            return 0;
        }
        int smallest = (int) first;
        for (int child = smallest + 1; child < end; child++) {
            if (compare(child, high(smallest), low(smallest)) < 0) {
                smallest = child;
            }
        }
        return smallest;
    }

    private int compare(int place, long high, long low) {
        int byHigh = Long.compare(high(place), high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low(place), low);
    }

    private void copy(int from, int to) {
        int item = item(from);
        write(to, high(from), low(from), item);
        slot.put(items, item, to);
    }

    private void write(int place, long high, long low, int item) {
        int row = place >>> CHILD_BITS;
        nodes.put(row, place & CHILDREN - 1, low);
        if (highs != null) {
            highs.put(row, place & CHILDREN - 1, high);
        }
        int field = ITEMS + (place >>> 1 & 1);
        if ((place & 1) == 0) {
            nodes.putLower(row, field, item);
        } else {
            nodes.putUpper(row, field, item);
        }
    }
}
