package hongli.economy;

import hongli.economy.command.MemberId;
import hongli.economy.exact.Wide;
import hongli.economy.store.Heap;
import hongli.economy.store.Names;
import hongli.economy.store.Rows;
import hongli.economy.store.SparseRows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The members of a programme, numbered in order of joining, each a row of 48 bytes.
///
/// The row has what every buyer has. What few have stands beside it: constant points, what is held, and
/// the upper halves of amounts beyond 64 bits (184,000 yuan of cash or quota).
///
/// A member's cash and quota are those of the day up to which its dividends were booked ([#day]); what has accrued
/// since is reckoned by [Dividends].
final class Members {
    /// The place of a member in the heap of its exits by points, and in that of its exits by head.
    static final Heap.Slot EXIT_BY_POINTS = new Heap.Slot(Members.PLACES, true);

    static final Heap.Slot EXIT_BY_HEAD = new Heap.Slot(Members.PLACES, false);
    static final int NOBODY = -1;

    private static final int POINTS = 0;
    private static final int QUOTA = 1;
    private static final int CASH = 2;
    private static final int GRANTED = 3;
    private static final int REFERRER_AND_KIND = 4;
    private static final int PLACES = 5;
    private static final int WIDTH = 6;

    // What stands beside the referrer: the day, the tier, and two marks.
    private static final int MERCHANT = 1;
    private static final int UNUSUAL = 2;
    private static final int TIER_SHIFT = 2;
    private static final int TIER_MASK = 0xF;
    private static final int DAY_SHIFT = 6;
    private static final int MOST_DAYS = 1 << 32 - DAY_SHIFT;

    // What only members with the mark [#UNUSUAL] have.
    private static final int CONSTANT = 0;
    private static final int HELD_CASH = 1;
    private static final int HELD_CONSTANT = 2;
    private static final int QUOTA_HIGH = 3;
    private static final int CASH_HIGH = 4;
    private static final int UNUSUAL_WIDTH = 5;

    private static final int RECENT = 64;

    private final Names names;
    private final Rows rows;
    private final SparseRows unusual;

    /// Ids that were asked for of late, by number: a command names the same few members again and again.
    private final @Nullable MemberId[] recent = new @Nullable MemberId[RECENT];

    private final int[] recentNumbers = new int[RECENT];

    Members() {
        this(new Names(), new Rows(WIDTH), new SparseRows(UNUSUAL_WIDTH));
    }

    private Members(Names names, Rows rows, SparseRows unusual) {
        this.names = names;
        this.rows = rows;
        this.unusual = unusual;
    }

    int size() {
        return rows.size();
    }

    /// The member's number, or [#NOBODY].
    int find(MemberId id) {
        int member = names.find(id.text());
        if (member != NOBODY) {
            remember(member, id);
        }
        return member;
    }

    MemberId id(int member) {
        MemberId id = recent[member % RECENT];
        if (id == null || recentNumbers[member % RECENT] != member) {
            id = new MemberId(names.text(member));
            remember(member, id);
        }
        return id;
    }

    int compareIds(int a, int b) {
        return names.compare(a, b);
    }

    int add(MemberId id, int referrer, boolean merchant, int today) {
        names.add(id.text());
        int member = rows.append();
        rows.putUpper(member, REFERRER_AND_KIND, referrer);
        rows.putLower(member, REFERRER_AND_KIND, merchant ? MERCHANT : 0);
        day(member, today);
        return member;
    }

    boolean isMerchant(int member) {
        return (kind(member) & MERCHANT) != 0;
    }

    /// Who referred the member, or [#NOBODY].
    int referrer(int member) {
        return rows.upper(member, REFERRER_AND_KIND);
    }

    int tier(int member) {
        return kind(member) >>> TIER_SHIFT & TIER_MASK;
    }

    void tier(int member, int tier) {
        kind(member, kind(member) & ~(TIER_MASK << TIER_SHIFT) | tier << TIER_SHIFT);
    }

    /// The number of closed days whose dividends are in the member's cash.
    int day(int member) {
        return kind(member) >>> DAY_SHIFT;
    }

    void day(int member, int day) {
        if (day >= MOST_DAYS) {
            throw new IllegalStateException("days must be fewer than " + MOST_DAYS + ": day=" + day);
        }
        kind(member, kind(member) & (1 << DAY_SHIFT) - 1 | day << DAY_SHIFT);
    }

    long points(int member) {
        return rows.at(member, POINTS);
    }

    void points(int member, long micro) {
        rows.put(member, POINTS, micro);
    }

    long granted(int member) {
        return rows.at(member, GRANTED);
    }

    void granted(int member, long micro) {
        rows.put(member, GRANTED, micro);
    }

    long constant(int member) {
        return unusual(member, CONSTANT);
    }

    void constant(int member, long fen) {
        unusual(member, CONSTANT, fen);
    }

    long heldCash(int member) {
        return unusual(member, HELD_CASH);
    }

    void heldCash(int member, long fen) {
        unusual(member, HELD_CASH, fen);
    }

    long heldConstant(int member) {
        return unusual(member, HELD_CONSTANT);
    }

    void heldConstant(int member, long fen) {
        unusual(member, HELD_CONSTANT, fen);
    }

    Wide quota(int member) {
        return new Wide(unusual(member, QUOTA_HIGH), rows.at(member, QUOTA));
    }

    void quota(int member, Wide picoFen) {
        rows.put(member, QUOTA, picoFen.low());
        unusual(member, QUOTA_HIGH, picoFen.high());
    }

    Wide cash(int member) {
        return new Wide(unusual(member, CASH_HIGH), rows.at(member, CASH));
    }

    void cash(int member, Wide picoFen) {
        rows.put(member, CASH, picoFen.low());
        unusual(member, CASH_HIGH, picoFen.high());
    }

    private void remember(int member, MemberId id) {
        recent[member % RECENT] = id;
        recentNumbers[member % RECENT] = member;
    }

    private int kind(int member) {
        return rows.lower(member, REFERRER_AND_KIND);
    }

    private void kind(int member, int kind) {
        rows.putLower(member, REFERRER_AND_KIND, kind);
    }

    private long unusual(int member, int field) {
        return (kind(member) & UNUSUAL) == 0 ? 0 : unusual.at(member, field);
    }

    private void unusual(int member, int field, long value) {
        boolean marked = (kind(member) & UNUSUAL) != 0;
        if (marked || value != 0) {
            unusual.put(member, field, value);
        }
        if (!marked && value != 0) {
            kind(member, kind(member) | UNUSUAL);
        }
    }

    Heap heap(Heap.Slot slot) {
        return new Heap(rows, slot);
    }

    /// `heap`, which belongs to the members this is a fork of, as a heap of these.
    Heap fork(Heap heap) {
        return heap.fork(rows);
    }

    Heap readHeap(DataInput in, Heap.Slot slot) throws IOException {
        return Heap.read(in, rows, slot);
    }

    Members fork() {
        return new Members(names.fork(), rows.fork(), unusual.fork());
    }

    void write(DataOutput out) throws IOException {
        names.write(out);
        rows.write(out);
        unusual.write(out);
    }

    static Members read(DataInput in) throws IOException {
        return new Members(Names.read(in), Rows.read(in), SparseRows.read(in, UNUSUAL_WIDTH));
    }
}
