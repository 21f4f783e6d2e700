package hongli.economy.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// Numbered rows of longs, all of one width, in pages that forks share until one of them writes.
///
/// A row's longs lie side by side, so that touching one row costs one or two cache lines. A fork copies the list of
/// pages, not the pages; the first write to a shared page copies that page.
public final class Rows {
    private static final int PAGE_BITS = 8;
    private static final int ROWS_IN_PAGE = 1 << PAGE_BITS;
    private static final int ROW_MASK = ROWS_IN_PAGE - 1;
    private static final int FIRST_ROWS = 16;
    private static final int MOST_WIDTH = 64;

    private final int width;
    private long[][] pages;
    private boolean[] shared;
    private int size;

    /// No rows yet, each of which will have `width` longs.
    public Rows(int width) {
        this(width, new long[][] {new long[FIRST_ROWS * width]}, new boolean[1], 0);
    }

    private Rows(int width, long[][] pages, boolean[] shared, int size) {
        this.width = width;
        this.pages = pages;
        this.shared = shared;
        this.size = size;
    }

    public int size() {
        return size;
    }

    public long at(int row, int field) {
        return pages[row >>> PAGE_BITS][(row & ROW_MASK) * width + field];
    }

    public void put(int row, int field, long value) {
        int page = row >>> PAGE_BITS;
        if (shared[page]) {
            pages[page] = pages[page].clone();
            shared[page] = false;
        }
        pages[page][(row & ROW_MASK) * width + field] = value;
    }

    /// The upper 32 bits of a field that holds two numbers.
    public int upper(int row, int field) {
        return (int) (at(row, field) >>> 32);
    }

    /// The lower 32 bits of a field that holds two numbers.
    public int lower(int row, int field) {
        return (int) at(row, field);
    }

    public void putUpper(int row, int field, int value) {
        put(row, field, (long) value << 32 | at(row, field) & 0xFFFF_FFFFL);
    }

    public void putLower(int row, int field, int value) {
        put(row, field, at(row, field) & 0xFFFF_FFFF_0000_0000L | value & 0xFFFF_FFFFL);
    }

    /// Adds a row of zeros and returns its number.
    public int append() {
        if (size == Integer.MAX_VALUE) {
            throw new IllegalStateException("rows must be fewer than 2^31: size=" + size);
        }
        int page = size >>> PAGE_BITS;
        if (page == 0) {
            growFirstPage();
        } else if (page == pages.length) {
            pages = Arrays.copyOf(pages, page + 1 + (page >> 2));
            shared = Arrays.copyOf(shared, pages.length);
        }
        if (pages[page] == null) {
            pages[page] = new long[ROWS_IN_PAGE * width];
        }
        return size++;
    }

    /// Takes the last row away and leaves zeros.
    public void removeLast() {
        size--;
        for (int field = 0; field < width; field++) {
            put(size, field, 0);
        }
    }

    /// The same rows, shared until either side writes.
    public Rows fork() {
        Arrays.fill(shared, true);
        boolean[] sharedThere = shared.clone();
        return new Rows(width, pages.clone(), sharedThere, size);
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(width);
        out.writeInt(size);
        for (int page = 0; page < pagesOf(size); page++) {
            Longs.write(out, pages[page], rowsIn(page, size) * width);
        }
    }

    public static Rows read(DataInput in) throws IOException {
        int width = Longs.readCount(in, MOST_WIDTH);
        int size = Longs.readCount(in, Integer.MAX_VALUE);
        Rows rows = new Rows(width);
        if (size > 0) {
            rows.pages = new long[pagesOf(size)][];
            rows.shared = new boolean[rows.pages.length];
            rows.size = size;
        }
        for (int page = 0; page < pagesOf(size); page++) {
            long[] longs = Longs.read(in, rowsIn(page, size) * width);
            boolean whole = page == 0 || longs.length == ROWS_IN_PAGE * width;
            rows.pages[page] = whole ? longs : Arrays.copyOf(longs, ROWS_IN_PAGE * width);
        }
        return rows;
    }

    private static int pagesOf(int size) {
        return (size >>> PAGE_BITS) + ((size & ROW_MASK) == 0 ? 0 : 1);
    }

    private static int rowsIn(int page, int size) {
        return Math.min(ROWS_IN_PAGE, size - (page << PAGE_BITS));
    }

    /// The first page starts small, so that a programme of a few members costs little.
    private void growFirstPage() {
        long[] first = pages[0];
        if (first.length < (size + 1) * width) {
            pages[0] = Arrays.copyOf(first, Math.min(first.length * 2, ROWS_IN_PAGE * width));
            shared[0] = false;
        }
    }
}
