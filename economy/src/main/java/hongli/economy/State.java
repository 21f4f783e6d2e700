package hongli.economy;

import static hongli.economy.exact.PicoFen.PER_FEN;

import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Promotion;
import hongli.economy.fact.Transfer.Reason;
import hongli.economy.terms.Terms;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// All that a programme remembers, and the few steps that every rule takes with it.
final class State {
    static final long NO_DAY = Long.MIN_VALUE;

    final Terms terms;
    final Members members;
    final Orders orders;
    final Holds holds;
    final Book book;
    final Dividends dividends;
    final Exits exits;
    private Price lastPrice;
    private long contributed;
    private long shortfall;
    private long lastDay = NO_DAY;
    private boolean closed;
    private final List<Promotion> promotions = new ArrayList<>();

    State(Terms terms) {
        this.terms = terms;
        this.members = new Members();
        this.orders = new Orders(1 + terms.referralRates().size());
        this.holds = new Holds();
        this.book = new Book(members);
        this.dividends = new Dividends(terms.tierThresholds().size());
        this.exits = new Exits(terms, members, dividends, book);
        this.lastPrice = Price.ofPar(terms.par());
    }

    private State(State other) {
        this.terms = other.terms;
        this.members = other.members.fork();
        this.orders = other.orders.fork();
        this.holds = other.holds.fork();
        this.book = other.book.fork(members);
        this.dividends = other.dividends.fork();
        this.exits = other.exits.fork(members, dividends, book);
        this.lastPrice = other.lastPrice;
        this.contributed = other.contributed;
        this.shortfall = other.shortfall;
        this.lastDay = other.lastDay;
        this.closed = other.closed;
    }

    private State(Terms terms, DataInput in) throws IOException {
        this.terms = terms;
        this.members = Members.read(in);
        this.orders = Orders.read(in, 1 + terms.referralRates().size());
        this.holds = Holds.read(in);
        this.book = Book.read(in, members);
        this.dividends = Dividends.read(in, terms.tierThresholds().size());
        this.exits = Exits.read(in, terms, members, dividends, book);
        this.lastPrice = new Price(in.readLong(), in.readLong());
        this.contributed = in.readLong();
        this.shortfall = in.readLong();
        this.lastDay = in.readLong();
        this.closed = in.readBoolean();
    }

    static State read(Terms terms, DataInput in) throws IOException {
        return new State(terms, in);
    }

    void write(DataOutput out) throws IOException {
        members.write(out);
        orders.write(out);
        holds.write(out);
        book.write(out);
        dividends.write(out);
        exits.write(out);
        out.writeLong(lastPrice.fen());
        out.writeLong(lastPrice.micro());
        out.writeLong(contributed);
        out.writeLong(shortfall);
        out.writeLong(lastDay);
        out.writeBoolean(closed);
    }

    State fork() {
        return new State(this);
    }

    /// The price of now; the last there was, where there is none now.
    Price price() {
        return hasPrice() ? new Price(book.pool(), book.circulating()) : lastPrice;
    }

    /// Whether there are both a pool and points.
    boolean hasPrice() {
        return book.pool() > 0 && book.circulating() > 0;
    }

    /// What `points` micro-points are worth, in fen; nothing in a programme without pool.
    long value(long points) {
        return terms.hasPool() ? price().value(points).toLong() : 0;
    }

    /// Ends a change of pool and circulation: what no point has a claim on goes to the residual, and the price is
    /// remembered.
    void leavePrice() {
        if (hasPrice()) {
            lastPrice = price();
        } else if (book.circulating() == 0) {
            book.moveFen(Reason.LEFTOVER, Place.of(Kind.POOL), Place.of(Kind.RESIDUAL), book.pool());
        }
    }

    /// Raises or lowers what was ever granted to the member, and its tier with it.
    void grant(int member, long points) {
        members.granted(member, members.granted(member) + points);
        int tier = members.isMerchant(member) ? 0 : terms.tier(members.granted(member));
        if (tier != members.tier(member)) {
            exits.promote(member, tier);
            promotions.add(new Promotion(members.id(member), tier));
        }
    }

    /// Takes `picoFen` from the member's quota, down to zero at most.
    void useQuota(Reason reason, int member, Wide picoFen) {
        book.move(reason, new Place(Kind.QUOTA, member), Place.of(Kind.UNGRANTED), picoFen.min(members.quota(member)));
    }

    /// The member's cash, dividends of all closed days included, in pico-fen.
    Wide cash(int member) {
        return members.cash(member).plus(exits.accrued(member));
    }

    /// Constant points outstanding, in fen.
    long constants() {
        return Wide.ZERO.minus(book.of(Kind.UNISSUED_CONSTANT)).toLong();
    }

    /// Points ever issued, in micro-points.
    long issued() {
        return Wide.ZERO.minus(book.of(Kind.UNISSUED)).toLong();
    }

    /// The whole fen in an account of the house.
    long fen(Kind kind) {
        return book.of(kind).dividedBy(PER_FEN).toLong();
    }

    /// All money that ever came in, in fen, what went back included.
    long contributed() {
        return contributed;
    }

    void contribute(long fen) {
        contributed += fen;
    }

    long shortfall() {
        return shortfall;
    }

    void addShortfall(long fen) {
        shortfall += fen;
    }

    /// The last closed day since 1970-01-01, or [#NO_DAY].
    long lastDay() {
        return lastDay;
    }

    void lastDay(long epochDay) {
        lastDay = epochDay;
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    /// The changes of tier since this was last asked.
    List<Promotion> takePromotions() {
        List<Promotion> taken = List.copyOf(promotions);
        promotions.clear();
        return taken;
    }
}
