package hongli.economy;

import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Transfer.Reason;
import hongli.economy.store.Heap;
import hongli.economy.terms.Terms;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// When members leave (their quota ends), found without looking at those who stay.
///
/// A member with points `p` and quota `q` leaves by a dividend `d` per micro-point when `q <= p·d`, and is sold out at
/// the price `P` (pico-fen per micro-point) when `q <= p·P`. Since `q` shrinks by `p` times the dividend per
/// micro-point, `q / p + D` stays what it is while the running dividend `D` grows: one key per member, ordered in one
/// heap, serves both. The level it is compared with is `D + d` or `D + P`; none of the three ever falls.
///
/// A member with a tier also gets dividends by head, so its key sinks. Let `k` be what is left between its key and the
/// level. It cannot leave before either the level has risen by half of `k`, or its dividends by head have used up the
/// other half: two limits in two heaps (one heap by points, one a tier by head). Whichever is reached first, the member
/// is examined; if it stays, the limits are set anew from what is left then. Each examination at least halves that, so
/// a quota sees a number of them logarithmic in its size.
///
/// Keys are integers, scaled by 2^20 and rounded up; a level is rounded up alike, so that a member who leaves is always
/// found, and one who is found is judged exactly.
final class Exits {
    private static final int SCALE_BITS = 20;
    private static final int FEW = 8;

    private final Terms terms;
    private final Members members;
    private final Dividends dividends;
    private final Book book;
    private final Heap byPoints;
    private final Heap[] byHead;
    private final int[] heads;
    private long weight;
    private final int[] touched = new int[FEW];
    private int touchedCount;
    private long levelPool;
    private long levelCirculating;
    private Wide level = Wide.ZERO;

    Exits(Terms terms, Members members, Dividends dividends, Book book) {
        this(terms, members, dividends, book, members.heap(Members.EXIT_BY_POINTS));
        Arrays.setAll(byHead, _ -> members.heap(Members.EXIT_BY_HEAD));
    }

    private Exits(Terms terms, Members members, Dividends dividends, Book book, Heap byPoints) {
        this.terms = terms;
        this.members = members;
        this.dividends = dividends;
        this.book = book;
        this.byPoints = byPoints;
        int tiers = terms.tierThresholds().size();
        this.byHead = new Heap[tiers + 1];
        this.heads = new int[tiers + 1];
    }

    /// Micro-points of all who share in dividends.
    long weight() {
        return weight;
    }

    /// How many with `tier` or above share in dividends.
    int headsFrom(int tier) {
        int count = 0;
        for (int above = tier; above < heads.length; above++) {
            count += heads[above];
        }
        return count;
    }

    Heap byPoints() {
        return byPoints;
    }

    /// A member of `tier` or above whose limit by head is reached by `amount` more, or [Members#NOBODY].
    int firstByHead(int tier, Wide amount) {
        for (int above = tier; above < byHead.length; above++) {
            if (byHead[above].reaches(dividends.perHead(above).plus(amount))) {
                return byHead[above].top();
            }
        }
        return Members.NOBODY;
    }

    /// Whether the member has a quota and may have one.
    boolean shares(int member) {
        return members.quota(member).isPositive();
    }

    /// Dividends granted to the member and not yet booked, in pico-fen.
    Wide accrued(int member) {
        return shares(member)
                ? dividends.accrued(members.points(member), members.tier(member), members.day(member))
                : Wide.ZERO;
    }

    /// What is left of the member's quota, in pico-fen.
    Wide quota(int member) {
        return members.quota(member).minus(accrued(member));
    }

    /// Books the member's dividends and takes it out of the sums until [#settle]; to be called before anything of it
    /// changes.
    void touch(int member) {
        for (int i = 0; i < touchedCount; i++) {
            if (touched[i] == member) {
                return;
            }
        }
        if (touchedCount == touched.length) {
            settle();
        }
        touched[touchedCount++] = member;
        if (shares(member)) {
            Wide accrued = accrued(member);
            weight -= members.points(member);
            heads[members.tier(member)]--;
            book.move(Reason.DIVIDEND_BOOKED, Place.of(Kind.DIVIDENDS), new Place(Kind.CASH, member), accrued);
            book.move(Reason.DIVIDEND_BOOKED, new Place(Kind.QUOTA, member), Place.of(Kind.UNGRANTED), accrued);
        }
        members.day(member, dividends.today());
    }

    /// Gives the member a tier; to be called between [#touch] and [#settle].
    void promote(int member, int tier) {
        byHead[members.tier(member)].remove(member);
        members.tier(member, tier);
    }

    /// Puts back all that were touched, with their limits as things stand now.
    void settle() {
        Wide saleLevel = touchedCount == 0 ? Wide.ZERO : saleLevel();
        for (int i = 0; i < touchedCount; i++) {
            int member = touched[i];
            if (shares(member)) {
                weight += members.points(member);
                heads[members.tier(member)]++;
                limit(member, saleLevel, Wide.ZERO);
            } else {
                byPoints.remove(member);
                byHead[members.tier(member)].remove(member);
            }
        }
        touchedCount = 0;
    }

    /// The price in scaled pico-fen per micro-point, rounded up; 0 where nothing is ever sold out. It is reckoned anew
    /// when pool or circulation have changed.
    Wide saleLevel() {
        if (book.pool() != levelPool || book.circulating() != levelCirculating) {
            levelPool = book.pool();
            levelCirculating = book.circulating();
            boolean sells = terms.forcedSale() && levelPool > 0 && levelCirculating > 0;
            level = sells ? scaledPrice(levelPool, levelCirculating) : Wide.ZERO;
        }
        return level;
    }

    /// A dividend per micro-point on the scale of the limits.
    static Wide scaled(Wide perMicroPoint) {
        return perMicroPoint.shifted(SCALE_BITS);
    }

    /// Whether a limit by points is reached when the level stands this much above the running dividend.
    boolean reachesByPoints(Wide scaledLevel) {
        return byPoints.reaches(scaled(dividends.perPoint()).plus(scaledLevel));
    }

    /// Sets the limits of a member who would still stay at a level of `scaledBase` above the running dividend by
    /// points, and with `headBase` pico-fen more by head.
    void limit(int member, Wide scaledBase, Wide headBase) {
        Wide left = quota(member).minus(headBase);
        long points = members.points(member);
        int tier = terms.tierDividendRate().isZero() ? 0 : members.tier(member);
        Wide paidByHead = dividends.perHead(tier).plus(headBase);
        if (points == 0) {
            byPoints.remove(member);
            if (tier > 0) {
                byHead[tier].place(member, paidByHead.plus(left));
            }
            return;
        }
        Wide now = scaled(dividends.perPoint());
        Wide key = left.shifted(SCALE_BITS).dividedUp(points);
        if (tier == 0) {
            byPoints.place(member, now.plus(key));
            return;
        }
        Wide room = key.minus(scaledBase.min(key));
        Wide half = room.shiftedDown(1);
        byPoints.place(member, now.plus(key).minus(half));
        Wide byHeadOnly = half.times(points).shiftedDown(SCALE_BITS);
        byHead[tier].place(member, paidByHead.plus(byHeadOnly).plus(Wide.of(1)));
    }

    Exits fork(Members forkedMembers, Dividends forkedDividends, Book forkedBook) {
        Exits fork = new Exits(terms, forkedMembers, forkedDividends, forkedBook, forkedMembers.fork(byPoints));
        Arrays.setAll(fork.byHead, tier -> forkedMembers.fork(byHead[tier]));
        System.arraycopy(heads, 0, fork.heads, 0, heads.length);
        fork.weight = weight;
        return fork;
    }

    void write(DataOutput out) throws IOException {
        byPoints.write(out);
        for (Heap heap : byHead) {
            heap.write(out);
        }
    }

    static Exits read(DataInput in, Terms terms, Members members, Dividends dividends, Book book) throws IOException {
        Exits exits = new Exits(terms, members, dividends, book, members.readHeap(in, Members.EXIT_BY_POINTS));
        for (int tier = 0; tier < exits.byHead.length; tier++) {
            exits.byHead[tier] = members.readHeap(in, Members.EXIT_BY_HEAD);
        }
        for (int member = 0; member < members.size(); member++) {
            if (exits.shares(member)) {
                exits.weight += members.points(member);
                exits.heads[members.tier(member)]++;
            }
        }
        return exits;
    }

    /// @throws LawBroken where the sums or heaps are not those of the members
    void audit() {
        long points = 0;
        int count = 0;
        for (int member = 0; member < members.size(); member++) {
            if (shares(member)) {
                points += members.points(member);
                count++;
            }
            boolean expected = shares(member) && members.points(member) > 0;
            if (expected != byPoints.contains(member)) {
                throw new LawBroken("every sharer with points has a limit: member=" + members.id(member));
            }
        }
        if (points != weight
                || count != headsFrom(0)
                || !byPoints.isSound()
                || !Arrays.stream(byHead).allMatch(Heap::isSound)) {
            throw new LawBroken("the sums of the sharers hold: weight=" + weight + ", points=" + points);
        }
    }

    private static Wide scaledPrice(long pool, long circulating) {
        return Wide.product(pool, hongli.economy.exact.PicoFen.PER_FEN)
                .shifted(SCALE_BITS)
                .dividedUp(circulating);
    }
}
