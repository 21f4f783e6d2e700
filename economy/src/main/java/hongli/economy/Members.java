package hongli.economy;

import hongli.economy.command.MemberId;
import hongli.economy.exact.Wide;
import hongli.economy.store.Heap;
import hongli.economy.store.Names;
import hongli.economy.store.Rows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The members of a programme, numbered in order of joining, each a row of primitive numbers.
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
    private static final int CASH = 3;
    private static final int GRANTED = 5;
    private static final int CONSTANT = 6;
    private static final int HELD_CASH = 7;
    private static final int HELD_CONSTANT = 8;
    private static final int REFERRER_AND_DAY = 9;
    private static final int PLACES = 10;
    private static final int TIER_AND_KIND = 11;
    private static final int WIDTH = 12;
    private static final int RECENT = 64;

    private final Names names;
    private final Rows rows;

    /// Ids that were asked for of late, by number: a command names the same few members again and again.
    private final @Nullable MemberId[] recent = new @Nullable MemberId[RECENT];

    private final int[] recentNumbers = new int[RECENT];

    Members() {
        this(new Names(), new Rows(WIDTH));
    }

    private Members(Names names, Rows rows) {
        this.names = names;
        this.rows = rows;
    }

    int size() {
        return rows.size();
    }

    /// The member's number, or [#NOBODY].
    int find(MemberId id) {
        return names.find(id.text());
    }

    MemberId id(int member) {
        int place = member % RECENT;
        MemberId id = recent[place];
        if (id == null || recentNumbers[place] != member) {
            id = new MemberId(names.text(member));
            recent[place] = id;
            recentNumbers[place] = member;
        }
        return id;
    }

    int compareIds(int a, int b) {
        return names.compare(a, b);
    }

    int add(MemberId id, int referrer, boolean merchant, int today) {
        names.add(id.text());
        int member = rows.append();
        rows.putUpper(member, REFERRER_AND_DAY, referrer);
        rows.putLower(member, REFERRER_AND_DAY, today);
        rows.putLower(member, TIER_AND_KIND, merchant ? 1 : 0);
        return member;
    }

    boolean isMerchant(int member) {
        return rows.lower(member, TIER_AND_KIND) != 0;
    }

    /// Who referred the member, or [#NOBODY].
    int referrer(int member) {
        return rows.upper(member, REFERRER_AND_DAY);
    }

    int tier(int member) {
        return rows.upper(member, TIER_AND_KIND);
    }

    void tier(int member, int tier) {
        rows.putUpper(member, TIER_AND_KIND, tier);
    }

    /// The number of closed days whose dividends are in the member's cash.
    int day(int member) {
        return rows.lower(member, REFERRER_AND_DAY);
    }

    void day(int member, int day) {
        rows.putLower(member, REFERRER_AND_DAY, day);
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
        return rows.at(member, CONSTANT);
    }

    void constant(int member, long fen) {
        rows.put(member, CONSTANT, fen);
    }

    long heldCash(int member) {
        return rows.at(member, HELD_CASH);
    }

    void heldCash(int member, long fen) {
        rows.put(member, HELD_CASH, fen);
    }

    long heldConstant(int member) {
        return rows.at(member, HELD_CONSTANT);
    }

    void heldConstant(int member, long fen) {
        rows.put(member, HELD_CONSTANT, fen);
    }

    Wide quota(int member) {
        return new Wide(rows.at(member, QUOTA), rows.at(member, QUOTA + 1));
    }

    void quota(int member, Wide picoFen) {
        rows.put(member, QUOTA, picoFen.high());
        rows.put(member, QUOTA + 1, picoFen.low());
    }

    Wide cash(int member) {
        return new Wide(rows.at(member, CASH), rows.at(member, CASH + 1));
    }

    void cash(int member, Wide picoFen) {
        rows.put(member, CASH, picoFen.high());
        rows.put(member, CASH + 1, picoFen.low());
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
        return new Members(names.fork(), rows.fork());
    }

    void write(DataOutput out) throws IOException {
        names.write(out);
        rows.write(out);
    }

    static Members read(DataInput in) throws IOException {
        return new Members(Names.read(in), Rows.read(in));
    }
}
