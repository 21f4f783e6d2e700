package hongli.ledger.wire;

import java.util.Arrays;

/// The shapes of facts that a folio has met so far: the legs of a fact without its amounts, numbered from 1 as they
/// first appeared. Most orders of a programme have one of a handful of shapes.
///
/// A leg is one transfer in one number: five bits each for the distance back to the member it leaves and to the one it
/// comes to, 0 where there is none or where it is spelt out; for its reason; and for the two accounts.
final class Shapes {
    static final int NEW = 0;

    private int[][] shapes = new int[16][];
    private int count;

    static int leg(int reason, int from, int to, int fromBack, int toBack) {
        return fromBack << 20 | toBack << 15 | reason << 10 | from << 5 | to;
    }

    static int reason(int leg) {
        return leg >>> 10 & 0x1F;
    }

    static int from(int leg) {
        return leg >>> 5 & 0x1F;
    }

    static int to(int leg) {
        return leg & 0x1F;
    }

    static int fromBack(int leg) {
        return leg >>> 20;
    }

    static int toBack(int leg) {
        return leg >>> 15 & 0x1F;
    }

    void clear() {
        Arrays.fill(shapes, 0, count, null);
        count = 0;
    }

    /// The number of the shape of the first `length` of `legs`, or [#NEW].
    int numberOf(int[] legs, int length) {
        for (int i = 0; i < count; i++) {
            if (Arrays.equals(shapes[i], 0, shapes[i].length, legs, 0, length)) {
                return i + 1;
            }
        }
        return NEW;
    }

    void add(int[] legs) {
        if (count == shapes.length) {
            shapes = Arrays.copyOf(shapes, count * 2);
        }
        shapes[count++] = legs;
    }

    int[] at(int number) {
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("shape must have been written before: number=" + number);
        }
        return shapes[number - 1];
    }
}
