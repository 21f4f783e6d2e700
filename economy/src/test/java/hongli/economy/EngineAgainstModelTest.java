package hongli.economy;

import hongli.economy.command.Command;
import hongli.economy.model.EagerProgramme;
import hongli.economy.terms.Terms;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The engine and the eager model live through the same random programmes and never differ.
final class EngineAgainstModelTest {
    private static final int SEEDS = 5_000;
    private static final int COMMANDS = 300;

    @Test
    void engineAndModelAreNeverToldApart() {
        LongAdder applied = new LongAdder();
        LongAdder told = new LongAdder();
        Seeds.each(SEEDS, random -> {
            RandomAmounts amounts = RandomAmounts.any(random);
            Terms terms = amounts == RandomAmounts.EXTREME ? RandomTerms.extreme(random) : RandomTerms.any(random);
            Duel duel = live(random, terms, amounts);
            applied.add(duel.applied());
            told.add(COMMANDS);
        });
        System.out.println("applied " + applied.sum() + " of " + told.sum() + " commands");
    }

    private static Duel live(RandomGenerator random, Terms terms, RandomAmounts amounts) {
        RandomCommands commands = new RandomCommands(random, terms, amounts);
        Story story = new Story(terms, EagerProgramme::new);
        Duel duel = story.begin();
        int end = random.nextInt(5) == 0 ? COMMANDS - 1 - random.nextInt(40) : COMMANDS;
        for (int i = 0; i < COMMANDS; i++) {
            story.tell(duel, i == end ? new Command.CloseProgramme() : commands.next(duel.world()));
        }
        duel.finish();
        return duel;
    }
}
