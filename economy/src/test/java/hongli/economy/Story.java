package hongli.economy;

import hongli.economy.command.Command;
import hongli.economy.command.CommandWriter;
import hongli.economy.fact.Outcome;
import hongli.economy.model.EagerProgramme;
import hongli.economy.terms.Terms;
import hongli.economy.terms.TermsWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// Terms and the commands that were told so far: what a failure is retold from, as short as can be.
@SuppressWarnings("exports")
public final class Story {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terms terms;
    private final List<Command> commands = new ArrayList<>();

    /// Makes the judge for a new telling.
    private final Function<Terms, EagerProgramme> judge;

    public Story(Terms terms, Function<Terms, EagerProgramme> judge) {
        this.terms = terms;
        this.judge = judge;
    }

    public Duel begin() {
        return new Duel(terms, judge.apply(terms));
    }

    /// Tells one more command; where it fails, the failure comes with the shortest story that fails too.
    public Outcome tell(Duel duel, Command command) {
        commands.add(command);
        try {
            return duel.step(command);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\nshortest story that fails:\n" + shortest(), e);
        }
    }

    private String shortest() {
        List<Command> left = new ArrayList<>(commands);
        for (int size = Math.max(1, left.size() / 2); size > 0; size /= 2) {
            for (int at = left.size() - size; at >= 0; at -= size) {
                List<Command> fewer = new ArrayList<>(left);
                fewer.subList(at, Math.min(at + size, fewer.size())).clear();
                if (fails(fewer)) {
                    left = fewer;
                }
            }
        }
        StringBuilder text = new StringBuilder(JSON.writeValueAsString(TermsWriter.fields(terms))).append('\n');
        left.forEach(command -> text.append(JSON.writeValueAsString(CommandWriter.fields(command)))
                .append('\n'));
        return text.append(failure(left)).toString();
    }

    private boolean fails(List<Command> told) {
        return !failure(told).isEmpty();
    }

    private String failure(List<Command> told) {
        try {
            Duel duel = begin();
            told.forEach(duel::step);
            duel.finish();
            return "";
        } catch (AssertionError | RuntimeException e) {
            return e.toString();
        }
    }
}
