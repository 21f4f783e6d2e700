package hongli.economy;

import hongli.economy.command.Command;
import hongli.economy.model.EagerProgramme;
import hongli.economy.terms.Terms;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The engine and the eager model live through the same random programmes and never differ.
final class EngineAgainstModelTest {
    private static final int SEEDS = 5_000;
    private static final int COMMANDS = 300;
    private static final int CROWDS = 12;

    @Test
    void engineAndModelAreNeverToldApart() {
        Seen seen = new Seen();
        Seeds.each(SEEDS, random -> {
            RandomAmounts amounts = RandomAmounts.any(random);
            Terms terms = amounts == RandomAmounts.EXTREME && random.nextInt(5) > 0
                    ? RandomTerms.extreme(random)
                    : RandomTerms.any(random);
            live(random, terms, amounts, seen);
        });
        System.out.println(seen);
        if (Long.getLong("hongli.seeds", SEEDS) >= SEEDS) {
            seen.requireEverything();
        }
    }

    @Test
    void crowdedProgrammesAreNotToldApartEither() {
        Seeds.each(CROWDS, random -> {
            Terms terms = RandomTerms.any(random);
            RandomCommands commands = new RandomCommands(random, terms, RandomAmounts.any(random), 300);
            Story story = new Story(terms, EagerProgramme::new);
            Duel duel = story.begin();
            for (int i = 0; i < 2_000; i++) {
                story.tell(duel, commands.next(duel.world()));
            }
            duel.finish();
        });
    }

    private static void live(RandomGenerator random, Terms terms, RandomAmounts amounts, Seen seen) {
        RandomCommands commands = new RandomCommands(random, terms, amounts);
        Story story = new Story(terms, EagerProgramme::new);
        Duel duel = story.begin();
        int end = random.nextInt(5) == 0 ? COMMANDS - 1 - random.nextInt(40) : COMMANDS;
        for (int i = 0; i < COMMANDS; i++) {
            Command command = i == end ? new Command.CloseProgramme() : commands.next(duel.world());
            seen.note(command, story.tell(duel, command));
        }
        duel.finish();
    }
}
