package hongli.economy;

import static hongli.economy.exact.PicoFen.PER_FEN;

import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Transfer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// All balances of a programme. A balance changes by a transfer and in no other way, and every transfer is told, so
/// that what is told of a command and what it did cannot differ.
final class Book {
    private static final Account[] HOUSE = house();

    private final Members members;
    /// Upper and lower halves of the balances of the house, by kind.
    private final long[] house;

    private long pool;
    private long circulating;
    private final List<Transfer> transfers = new ArrayList<>();

    Book(Members members) {
        this(members, new long[2 * Kind.values().length], 0, 0);
    }

    private Book(Members members, long[] house, long pool, long circulating) {
        this.members = members;
        this.house = house;
        this.pool = pool;
        this.circulating = circulating;
    }

    /// The pool, in fen.
    long pool() {
        return pool;
    }

    /// All points there are, in micro-points.
    long circulating() {
        return circulating;
    }

    /// The balance of an account of the house, in its smallest unit; outside accounts stand below zero.
    Wide of(Kind kind) {
        return new Wide(house[2 * kind.ordinal()], house[2 * kind.ordinal() + 1]);
    }

    /// Moves `fen` of money or quota between two accounts; nothing where it is 0.
    void moveFen(Transfer.Reason reason, Place from, Place to, long fen) {
        if (fen != 0) {
            transfer(reason, from, to, Wide.product(fen, PER_FEN));
            pool += (to.kind() == Kind.POOL ? fen : 0) - (from.kind() == Kind.POOL ? fen : 0);
        }
    }

    /// Moves a number of points or constant points between two accounts; nothing where it is 0.
    void move(Transfer.Reason reason, Place from, Place to, long amount) {
        if (amount != 0) {
            transfer(reason, from, to, Wide.of(amount));
            circulating += (from.kind() == Kind.UNISSUED ? amount : 0) - (to.kind() == Kind.BURNED ? amount : 0);
        }
    }

    /// Moves an amount of money or quota in pico-fen between two accounts; nothing where it is 0. The pool moves in
    /// whole fen.
    void move(Transfer.Reason reason, Place from, Place to, Wide amount) {
        if (!amount.isZero()) {
            transfer(reason, from, to, amount);
        }
    }

    /// What was moved since this was last asked.
    List<Transfer> takeTransfers() {
        List<Transfer> taken = List.copyOf(transfers);
        transfers.clear();
        return taken;
    }

    Book fork(Members forked) {
        return new Book(forked, house.clone(), pool, circulating);
    }

    void write(DataOutput out) throws IOException {
        for (long half : house) {
            out.writeLong(half);
        }
        out.writeLong(pool);
        out.writeLong(circulating);
    }

    static Book read(DataInput in, Members members) throws IOException {
        long[] house = new long[2 * Kind.values().length];
        for (int i = 0; i < house.length; i++) {
            house[i] = in.readLong();
        }
        return new Book(members, house, in.readLong(), in.readLong());
    }

    private static boolean isOutside(Kind kind) {
        return switch (kind) {
            case SHOP, FOUNDER_PAYMENT, UNISSUED, UNISSUED_CONSTANT, UNGRANTED -> true;
            default -> false;
        };
    }

    private Account account(Place place) {
        return place.member() == Members.NOBODY
                ? HOUSE[place.kind().ordinal()]
                : new Account(place.kind(), members.id(place.member()));
    }

    private static Account[] house() {
        Account[] accounts = new Account[Kind.values().length];
        for (Kind kind : Kind.values()) {
            if (!kind.isOfMember()) {
                accounts[kind.ordinal()] = new Account(kind, null);
            }
        }
        return accounts;
    }

    /// @throws LawBroken where the balance would fall below zero (law 4)
    private void transfer(Transfer.Reason reason, Place from, Place to, Wide amount) {
        transfers.add(new Transfer(reason, account(from), account(to), amount));
        Wide left = balance(from).minus(amount);
        if (left.isNegative() && !isOutside(from.kind())) {
            throw new LawBroken("law 4: no balance below zero: account=" + account(from) + ", balance=" + left);
        }
        put(from, left);
        put(to, balance(to).plus(amount));
    }

    private Wide balance(Place place) {
        int member = place.member();
        return switch (place.kind()) {
            case CASH -> members.cash(member);
            case QUOTA -> members.quota(member);
            case POINTS -> Wide.of(members.points(member));
            case CONSTANT -> Wide.of(members.constant(member));
            case HELD_CONSTANT -> Wide.of(members.heldConstant(member));
            case HELD_CASH -> Wide.product(members.heldCash(member), PER_FEN);
            default -> of(place.kind());
        };
    }

    private void put(Place place, Wide balance) {
        int member = place.member();
        switch (place.kind()) {
            case CASH -> members.cash(member, balance);
            case QUOTA -> members.quota(member, balance);
            case POINTS -> members.points(member, balance.toLong());
            case CONSTANT -> members.constant(member, balance.toLong());
            case HELD_CONSTANT -> members.heldConstant(member, balance.toLong());
            case HELD_CASH -> members.heldCash(member, wholeFen(balance));
            case UNGRANTED -> {} // the sum of all quotas could pass 128 bits, and nobody asks for it
            default -> {
                house[2 * place.kind().ordinal()] = balance.high();
                house[2 * place.kind().ordinal() + 1] = balance.low();
            }
        }
    }

    private static long wholeFen(Wide picoFen) {
        Wide fen = picoFen.dividedBy(PER_FEN);
        if (!fen.times(PER_FEN).equals(picoFen)) {
            throw new LawBroken("holds are kept in whole fen: pico-fen=" + picoFen);
        }
        return fen.toLong();
    }
}
