package hongli.app.replay;

import hongli.economy.command.Command;
import hongli.economy.fact.Outcome;
import java.io.IOException;
import java.util.List;

/// Where a scenario is played: in memory alone, or through a durable journal.
interface Stage extends AutoCloseable {
    /// What came of each command, given with the number of its line, in order.
    List<Outcome> apply(List<NumberedCommand> commands);

    /// Writes the canonical state.
    ///
    /// @param rejected the numbers of the rejected lines
    void writeState(Appendable out, List<Long> rejected) throws IOException;

    @Override
    void close();

    /// A command and the number of its line.
    record NumberedCommand(long line, Command command) {}
}
