package hongli.economy;

import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.terms.Terms;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The state of one programme and the rules that change it: the only door to them.
///
/// One thread at a time. Equal commands in equal order give equal states and outcomes, byte for byte.
@SuppressWarnings("DoNotCallSuggester")
public final class Programme {
    private final Terms terms;

    private Programme(Terms terms) {
        this.terms = terms;
    }

    /// A new programme, its founder points paid for.
    public static Programme open(Terms terms) {
        return new Programme(terms);
    }

    public Terms terms() {
        return terms;
    }

    /// What opening a programme on these terms moves: the founder points and their payment, or nothing.
    public static Fact founding(Terms terms) {
        throw new UnsupportedOperationException();
    }

    /// Applies `command` wholly, or refuses it without effect.
    ///
    /// @throws LawBroken where the state afterwards breaks a law: this programme must then be thrown away
    public Outcome apply(Command command) {
        throw new UnsupportedOperationException();
    }

    /// A second programme in the same state that goes its own way: shares memory until one of the two writes to it.
    /// Costs time in the pages of memory, not in members. Both stay usable, each by its own thread.
    public Programme fork() {
        throw new UnsupportedOperationException();
    }

    public Totals totals() {
        throw new UnsupportedOperationException();
    }

    /// What `member` holds, or null where there is no such member.
    public @Nullable Holding holding(MemberId member) {
        throw new UnsupportedOperationException();
    }

    /// What the member with this number holds; numbers go from 0 to `totals().members() - 1` in order of joining.
    public Holding holding(int number) {
        throw new UnsupportedOperationException();
    }

    /// Checks every law of section 7 that can be seen in one state, member by member.
    ///
    /// @throws LawBroken naming the law and the numbers that break it
    public void audit() {
        throw new UnsupportedOperationException();
    }

    /// Writes the canonical state of section 9 as JSON with sorted keys, as the golden files have it: one blank of
    /// indent, a line feed at the end.
    ///
    /// @param rejected the numbers of the rejected commands, from 1
    public void writeState(Appendable out, List<Long> rejected) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Writes all that [#readSnapshot] needs to go on from here, terms included.
    public void writeSnapshot(DataOutput out) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// The programme that was written by [#writeSnapshot].
    public static Programme readSnapshot(DataInput in) throws IOException {
        throw new UnsupportedOperationException();
    }
}
