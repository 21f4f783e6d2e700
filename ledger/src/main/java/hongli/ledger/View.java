package hongli.ledger;

import hongli.economy.Holding;
import hongli.economy.Totals;
import hongli.economy.command.MemberId;
import hongli.economy.terms.Terms;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A programme as it stands at one durable position, for the length of one [Ledger#read].
public interface View {
    ProgrammeId id();

    /// The name people read.
    String name();

    Terms terms();

    /// When the programme was opened.
    Instant openedAt();

    /// The position of the last command, 0 where there was none.
    long position();

    Totals totals();

    @Nullable
    Holding holding(MemberId member);

    /// The member with this number in order of joining, from 0.
    Holding holding(int number);

    /// The canonical state, rejected positions included, as `Programme.writeState`.
    void writeState(Appendable out) throws IOException;
}
