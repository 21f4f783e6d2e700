package hongli.economy;

import hongli.economy.command.Command;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.terms.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A programme in the middle of its life, with all that was asked of it and all that it answered.
record Life(Terms terms, Programme programme, List<Command> commands, List<Outcome> outcomes) {
    /// A random life of up to `most` commands, not wound up.
    static Life any(RandomGenerator random, Terms terms, int most) {
        return any(random, terms, RandomAmounts.any(random), most);
    }

    static Life any(RandomGenerator random, Terms terms, RandomAmounts amounts, int most) {
        return of(random, terms, new RandomCommands(random, terms, amounts), most);
    }

    /// A life with so many members that its memory has many pages.
    static Life crowded(RandomGenerator random, Terms terms, RandomAmounts amounts, int most) {
        return of(random, terms, new RandomCommands(random, terms, amounts, 400), most);
    }

    private static Life of(RandomGenerator random, Terms terms, RandomCommands source, int most) {
        Programme programme = Programme.open(terms);
        List<Command> commands = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        int length = most / 3 + random.nextInt(most - most / 3);
        for (int i = 0; i < length; i++) {
            Command command = source.next(World.of(programme));
            commands.add(command);
            outcomes.add(programme.apply(command));
        }
        return new Life(terms, programme, commands, outcomes);
    }

    World world() {
        return World.of(programme);
    }

    /// What was changed by `outcome`, or nothing where it was refused.
    static Fact fact(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied(Fact fact) -> fact;
            case Outcome.Refused _ -> new Fact(List.of(), List.of(), null);
        };
    }
}
