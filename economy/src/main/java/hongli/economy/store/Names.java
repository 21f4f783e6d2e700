package hongli.economy.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Texts numbered in the order they came, each once: from text to number and back, in primitive memory.
///
/// The texts lie as UTF-8 in an arena; a hash index leads from a text to its number. Comparing two of them byte by byte
/// is comparing them by code point, which is the order the rules ask for.
public final class Names {
    private static final int LENGTH_BITS = 8;
    private static final int MAX_BYTES = (1 << LENGTH_BITS) - 1;

    private final Arena arena;
    private final Rows places;
    private final HashIndex index;

    public Names() {
        this(new Arena(), new Rows(1), new HashIndex());
    }

    private Names(Arena arena, Rows places, HashIndex index) {
        this.arena = arena;
        this.places = places;
        this.index = index;
    }

    public int size() {
        return places.size();
    }

    /// The number of `text`, or -1 where it is not here.
    public int find(String text) {
        return index.find(hash(text), number -> matches(number, text));
    }

    /// Adds a text that is not here yet and returns its number.
    public int add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("name must be <= " + MAX_BYTES + " bytes: bytes=" + bytes.length);
        }
        int number = places.append();
        places.put(number, 0, arena.append(bytes) << LENGTH_BITS | bytes.length);
        index.add(hash(text), number);
        return number;
    }

    public String text(int number) {
        return arena.text(offset(number), length(number));
    }

    /// Compares two names by code point.
    public int compare(int a, int b) {
        int shorter = Math.min(length(a), length(b));
        for (int i = 0; i < shorter; i++) {
            int order = Integer.compare(arena.at(offset(a) + i) & 0xFF, arena.at(offset(b) + i) & 0xFF);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(length(a), length(b));
    }

    public Names fork() {
        return new Names(arena.fork(), places.fork(), index.fork());
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(size());
        for (int number = 0; number < size(); number++) {
            out.writeByte(length(number));
            out.write(text(number).getBytes(StandardCharsets.UTF_8));
        }
    }

    public static Names read(DataInput in) throws IOException {
        Names names = new Names();
        int size = in.readInt();
        for (int number = 0; number < size; number++) {
            byte[] bytes = new byte[in.readUnsignedByte()];
            in.readFully(bytes);
            names.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return names;
    }

    private long offset(int number) {
        return places.at(number, 0) >>> LENGTH_BITS;
    }

    private int length(int number) {
        return (int) places.at(number, 0) & MAX_BYTES;
    }

    private boolean matches(int number, String text) {
        int length = length(number);
        long offset = offset(number);
        if (text.length() != length) {
            return text.length() < length && text.equals(text(number));
        }
        for (int i = 0; i < length; i++) {
            if (arena.at(offset + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Multiply and fold over the characters, then the finish of MurmurHash3, so that all bits depend on all.
    private static int hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 29;
        }
        hash = (hash ^ hash >>> 33) * 0xFF51_AFD7_ED55_8CCDL;
        return (int) (hash >>> 32);
    }
}
