package hongli.economy.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that are only ever added to, in pages; no text lies across two pages.
final class Arena {
    private static final int PAGE_BITS = 14;
    private static final int PAGE_BYTES = 1 << PAGE_BITS;
    private static final int FIRST_BYTES = 512;

    private byte[][] pages;
    private boolean lastShared;
    private long end;

    Arena() {
        this(new byte[][] {new byte[FIRST_BYTES]}, false, 0);
    }

    private Arena(byte[][] pages, boolean lastShared, long end) {
        this.pages = pages;
        this.lastShared = lastShared;
        this.end = end;
    }

    /// Adds `bytes`, at most a page of them, and returns where they begin.
    long append(byte[] bytes) {
        long start = (end & PAGE_BYTES - 1) + bytes.length > PAGE_BYTES ? (end | PAGE_BYTES - 1) + 1 : end;
        int page = (int) (start >>> PAGE_BITS);
        int within = (int) (start & PAGE_BYTES - 1);
        writablePage(page, within + bytes.length);
        System.arraycopy(bytes, 0, pages[page], within, bytes.length);
        end = start + bytes.length;
        return start;
    }

    byte at(long offset) {
        return pages[(int) (offset >>> PAGE_BITS)][(int) (offset & PAGE_BYTES - 1)];
    }

    String text(long offset, int length) {
        return new String(
                pages[(int) (offset >>> PAGE_BITS)], (int) (offset & PAGE_BYTES - 1), length, StandardCharsets.UTF_8);
    }

    Arena fork() {
        lastShared = true;
        return new Arena(pages.clone(), true, end);
    }

    /// Sees to it that the last page is our own and holds `needed` bytes.
    private void writablePage(int page, int needed) {
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page + 1 + (page >> 1));
        }
        byte[] last = pages[page];
        if (last == null) {
            pages[page] = new byte[PAGE_BYTES];
            lastShared = false;
        } else if (lastShared || last.length < needed) {
            pages[page] = Arrays.copyOf(last, last.length < needed ? grown(last.length, needed) : last.length);
            lastShared = false;
        }
    }

    private static int grown(int length, int needed) {
        return Math.min(PAGE_BYTES, Math.max(length * 2, needed));
    }
}
