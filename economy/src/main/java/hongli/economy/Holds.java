package hongli.economy;

import hongli.economy.command.Asset;
import hongli.economy.command.HoldId;
import hongli.economy.store.Names;
import hongli.economy.store.Rows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// The holds ever made: whose, of what, how much, and whether they still stand.
final class Holds {
    static final int UNKNOWN = -1;

    private static final int AMOUNT = 0;
    private static final int MEMBER_AND_KIND = 1;
    private static final int WIDTH = 2;
    private static final int CONSTANT = 1;
    private static final int ENDED = 2;

    private final Names names;
    private final Rows rows;

    Holds() {
        this(new Names(), new Rows(WIDTH));
    }

    private Holds(Names names, Rows rows) {
        this.names = names;
        this.rows = rows;
    }

    int size() {
        return rows.size();
    }

    /// The hold's number, or [#UNKNOWN].
    int find(HoldId id) {
        return names.find(id.text());
    }

    void add(HoldId id, int member, Asset asset, long fen) {
        names.add(id.text());
        int hold = rows.append();
        rows.put(hold, AMOUNT, fen);
        rows.putUpper(hold, MEMBER_AND_KIND, member);
        rows.putLower(hold, MEMBER_AND_KIND, asset == Asset.CONSTANT ? CONSTANT : 0);
    }

    int member(int hold) {
        return rows.upper(hold, MEMBER_AND_KIND);
    }

    Asset asset(int hold) {
        return (rows.lower(hold, MEMBER_AND_KIND) & CONSTANT) == 0 ? Asset.CASH : Asset.CONSTANT;
    }

    long fen(int hold) {
        return rows.at(hold, AMOUNT);
    }

    boolean isEnded(int hold) {
        return (rows.lower(hold, MEMBER_AND_KIND) & ENDED) != 0;
    }

    void end(int hold) {
        rows.putLower(hold, MEMBER_AND_KIND, rows.lower(hold, MEMBER_AND_KIND) | ENDED);
    }

    Holds fork() {
        return new Holds(names.fork(), rows.fork());
    }

    void write(DataOutput out) throws IOException {
        names.write(out);
        rows.write(out);
    }

    static Holds read(DataInput in) throws IOException {
        return new Holds(Names.read(in), Rows.read(in));
    }
}
