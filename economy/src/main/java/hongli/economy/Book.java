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
import java.util.Arrays;
import java.util.List;

/// All balances of a programme. A balance changes by a transfer and in no other way, and every transfer is told, so
/// that what is told of a command and what it did cannot differ.
final class Book {
    private static final Account[] HOUSE = house();

    private final Members members;
    private final Wide[] house;
    private long pool;
    private long circulating;
    private List<Transfer> transfers = new ArrayList<>();

    Book(Members members) {
        this(members, new Wide[Kind.values().length], 0, 0);
        Arrays.fill(house, Wide.ZERO);
    }

    private Book(Members members, Wide[] house, long pool, long circulating) {
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
        return house[kind.ordinal()];
    }

    /// Moves `fen` of money between two accounts; nothing where it is 0.
    void moveFen(Transfer.Reason reason, Place from, Place to, long fen) {
        move(reason, from, to, Wide.product(fen, PER_FEN));
    }

    /// Moves a number of the smallest unit of two accounts; nothing where it is 0.
    void move(Transfer.Reason reason, Place from, Place to, long amount) {
        move(reason, from, to, Wide.of(amount));
    }

    /// Moves an amount in the smallest unit of two accounts; nothing where it is 0.
    ///
    /// @throws LawBroken where the balance would fall below zero (law 4)
    void move(Transfer.Reason reason, Place from, Place to, Wide amount) {
        if (amount.isZero()) {
            return;
        }
        transfers.add(new Transfer(reason, account(from), account(to), amount));
        debit(from, amount);
        credit(to, amount);
    }

    /// What was moved since this was last asked.
    List<Transfer> takeTransfers() {
        List<Transfer> taken = transfers;
        transfers = new ArrayList<>();
        return taken;
    }

    Book fork(Members forked) {
        return new Book(forked, house.clone(), pool, circulating);
    }

    void write(DataOutput out) throws IOException {
        for (Wide balance : house) {
            out.writeLong(balance.high());
            out.writeLong(balance.low());
        }
        out.writeLong(pool);
        out.writeLong(circulating);
    }

    static Book read(DataInput in, Members members) throws IOException {
        Wide[] house = new Wide[Kind.values().length];
        for (int i = 0; i < house.length; i++) {
            house[i] = new Wide(in.readLong(), in.readLong());
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

    private void debit(Place place, Wide amount) {
        Wide left = balance(place).minus(amount);
        if (left.isNegative() && !isOutside(place.kind())) {
            throw new LawBroken("law 4: no balance below zero: account=" + account(place) + ", balance=" + left);
        }
        put(place, left);
        switch (place.kind()) {
            case POOL -> pool -= wholeFen(amount);
            case UNISSUED -> circulating += amount.toLong();
            default -> {}
        }
    }

    private void credit(Place place, Wide amount) {
        put(place, balance(place).plus(amount));
        switch (place.kind()) {
            case POOL -> pool += wholeFen(amount);
            case BURNED -> circulating -= amount.toLong();
            default -> {}
        }
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
            default -> house[place.kind().ordinal()] = balance;
        }
    }

    private static long wholeFen(Wide picoFen) {
        Wide fen = picoFen.dividedBy(PER_FEN);
        if (!fen.times(PER_FEN).equals(picoFen)) {
            throw new LawBroken("the pool and holds are kept in whole fen: pico-fen=" + picoFen);
        }
        return fen.toLong();
    }
}
