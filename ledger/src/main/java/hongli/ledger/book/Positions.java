package hongli.ledger.book;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/// Ascending positions, only ever added to: what was handed out stays as it was.
final class Positions {
    private int[] array = new int[16];
    private int size;

    void add(int position) {
        if (size == array.length) {
            array = Arrays.copyOf(array, size * 2);
        }
        array[size++] = position;
    }

    /// The positions of now.
    List<Long> toList() {
        int[] seen = array;
        int count = size;
        return new AbstractList<>() {
            @Override
            public Long get(int index) {
                if (index >= count) {
                    throw new IndexOutOfBoundsException(index);
                }
                return (long) seen[index];
            }

            @Override
            public int size() {
                return count;
            }
        };
    }
}
