package hongli.app.replay;

import hongli.economy.Programme;
import hongli.economy.fact.Outcome;
import hongli.economy.terms.Terms;
import java.io.IOException;
import java.util.List;

/// The engine alone.
final class MemoryStage implements Stage {
    private final Programme programme;

    MemoryStage(Terms terms) {
        programme = Programme.open(terms);
    }

    @Override
    public List<Outcome> apply(List<NumberedCommand> commands) {
        return commands.stream()
                .map(command -> programme.apply(command.command()))
                .toList();
    }

    @Override
    public void writeState(Appendable out, List<Long> rejected) throws IOException {
        programme.writeState(out, rejected);
    }

    @Override
    public void close() {}
}
