package hongli.economy.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts numbered in the order they came, each once: from text to number and back, in primitive memory.
///
/// The texts are kept as UTF-8; a hash index leads from a text to its number. Comparing two of them byte by byte is
/// comparing them by code point, which is the order the rules ask for.
public final class Names {
    private final Slips slips;
    private final HashIndex index;

    public Names() {
        this(new Slips(), new HashIndex());
    }

    private Names(Slips slips, HashIndex index) {
        this.slips = slips;
        this.index = index;
    }

    public int size() {
        return slips.size();
    }

    /// The number of `text`, or -1 where it is not here.
    public int find(String text) {
        return index.find(hash(text), number -> matches(number, text));
    }

    /// Adds a text that is not here yet and returns its number.
    public int add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Slips.MAX_BYTES) {
            throw new IllegalArgumentException("name must be <= " + Slips.MAX_BYTES + " bytes: bytes=" + bytes.length);
        }
        int number = slips.add(bytes, bytes.length);
        index.add(hash(text), number);
        return number;
    }

    public String text(int number) {
        return slips.text(number);
    }

    /// Compares two names by code point.
    public int compare(int a, int b) {
        byte[] blockOfA = slips.block(a);
        byte[] blockOfB = slips.block(b);
        return Arrays.compareUnsigned(
                blockOfA,
                Slips.start(blockOfA, a),
                Slips.end(blockOfA, a),
                blockOfB,
                Slips.start(blockOfB, b),
                Slips.end(blockOfB, b));
    }

    public Names fork() {
        return new Names(slips.fork(), index.fork());
    }

    public void write(DataOutput out) throws IOException {
        slips.write(out);
        index.write(out);
    }

    public static Names read(DataInput in) throws IOException {
        return new Names(Slips.read(in), HashIndex.read(in));
    }

    private boolean matches(int number, String text) {
        byte[] block = slips.block(number);
        int start = Slips.start(block, number);
        int length = Slips.end(block, number) - start;
        if (text.length() != length) {
            return text.length() < length && text.equals(text(number));
        }
        for (int i = 0; i < length; i++) {
            if (block[start + i] != text.charAt(i)) {
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
