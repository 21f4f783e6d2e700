package hongli.economy.store;

import hongli.economy.exact.Wide;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Items ordered by a 128-bit key, the smallest on top, each of them removable: a binary heap that tells every item's
/// row where the item stands.
///
/// Equal keys may stand in any order; it depends on the history of the heap alone.
public final class Heap {
    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int ITEM = 2;
    private static final int WIDTH = 3;

    private final Rows nodes;
    private final Rows items;
    private final Slot slot;

    /// Where an item's row keeps its place in this heap, plus one; 0 where it is not in it.
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
        return nodes.size() == 0;
    }

    public int size() {
        return nodes.size();
    }

    public boolean contains(int item) {
        return slot.at(items, item) != 0;
    }

    /// The item with the smallest key; the heap must not be empty.
    public int top() {
        return (int) nodes.at(0, ITEM);
    }

    /// The smallest key; the heap must not be empty.
    public Wide topKey() {
        return key(0);
    }

    /// Whether the smallest key is `level` or less.
    public boolean reaches(Wide level) {
        return !isEmpty() && compare(0, level.high(), level.low()) <= 0;
    }

    /// Adds `item`, or moves it to its new key.
    public void place(int item, Wide key) {
        int place = slot.at(items, item) - 1;
        if (place < 0) {
            place = nodes.append();
        }
        settle(place, key, item);
    }

    /// Takes `item` out, where it is in.
    public void remove(int item) {
        int place = slot.at(items, item) - 1;
        if (place < 0) {
            return;
        }
        slot.put(items, item, 0);
        int last = nodes.size() - 1;
        int moved = (int) nodes.at(last, ITEM);
        Wide movedKey = key(last);
        nodes.removeLast();
        if (place != last) {
            settle(place, movedKey, moved);
        }
    }

    /// The same heap over forked rows of items.
    public Heap fork(Rows forkedItems) {
        return new Heap(nodes.fork(), forkedItems, slot);
    }

    public void write(DataOutput out) throws IOException {
        nodes.write(out);
    }

    /// The heap that was written, over `items` that were written with it.
    public static Heap read(DataInput in, Rows items, Slot slot) throws IOException {
        return new Heap(Rows.read(in), items, slot);
    }

    /// Whether every key is at least its parent's and every item knows its place.
    public boolean isSound() {
        for (int place = 0; place < nodes.size(); place++) {
            Wide key = key(place);
            if (slot.at(items, (int) nodes.at(place, ITEM)) != place + 1
                    || compare(place == 0 ? 0 : (place - 1) / 2, key.high(), key.low()) > 0) {
                return false;
            }
        }
        return true;
    }

    private Wide key(int place) {
        return new Wide(nodes.at(place, HIGH), nodes.at(place, LOW));
    }

    /// Puts `item` at `place`, which is free, and moves it up or down to where its key belongs.
    private void settle(int place, Wide key, int item) {
        int up = rise(place, key);
        write(up == place ? sink(place, key) : up, key, item);
    }

    private int rise(int start, Wide key) {
        int place = start;
        while (place > 0 && compare((place - 1) / 2, key.high(), key.low()) > 0) {
            copy((place - 1) / 2, place);
            place = (place - 1) / 2;
        }
        return place;
    }

    private int sink(int start, Wide key) {
        int place = start;
        for (int child = smallerChild(place); child >= 0; child = smallerChild(place)) {
            if (compare(child, key.high(), key.low()) >= 0) {
                break;
            }
            copy(child, place);
            place = child;
        }
        return place;
    }

    private int smallerChild(int place) {
        long left = 2L * place + 1;
        if (left >= nodes.size()) {
            return -1;
        }
        int right = (int) left + 1;
        boolean rightIsSmaller =
                right < nodes.size() && compare((int) left, nodes.at(right, HIGH), nodes.at(right, LOW)) > 0;
        return rightIsSmaller ? right : (int) left;
    }

    private int compare(int place, long high, long low) {
        int byHigh = Long.compare(nodes.at(place, HIGH), high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(nodes.at(place, LOW), low);
    }

    private void copy(int from, int to) {
        nodes.put(to, HIGH, nodes.at(from, HIGH));
        nodes.put(to, LOW, nodes.at(from, LOW));
        nodes.put(to, ITEM, nodes.at(from, ITEM));
        slot.put(items, (int) nodes.at(from, ITEM), to + 1);
    }

    private void write(int place, Wide key, int item) {
        nodes.put(place, HIGH, key.high());
        nodes.put(place, LOW, key.low());
        nodes.put(place, ITEM, item);
        slot.put(items, item, place + 1);
    }
}
