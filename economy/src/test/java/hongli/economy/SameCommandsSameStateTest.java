package hongli.economy;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.economy.fact.Outcome;
import hongli.economy.terms.Terms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Law 8, through copies and snapshots as well: the same commands make the same state and the same answers.
final class SameCommandsSameStateTest {
    private static final int COMMANDS = 200;

    @Test
    void theSameCommandsMakeTheSameStateAndTheSameAnswers() {
        Seeds.each(300, random -> {
            Life life = life(random);
            Programme again = Programme.open(life.terms());
            assertThat(answers(again, life.commands())).isEqualTo(life.outcomes());
            same(again, life.programme());
        });
    }

    @Test
    void aSnapshotGoesOnAsIfNothingHadBeen() {
        Seeds.each(500, random -> {
            Life life = life(random);
            int middle = random.nextInt(life.commands().size());
            Programme first = Programme.open(life.terms());
            answers(first, life.commands().subList(0, middle));
            byte[] snapshot = snapshot(first);
            Programme second = read(life.terms(), snapshot);
            same(second, first);
            second.audit();
            assertThat(snapshot(second)).isEqualTo(snapshot);
            int end = life.commands().size();
            assertThat(answers(second, life.commands().subList(middle, end)))
                    .isEqualTo(life.outcomes().subList(middle, end));
            same(second, life.programme());
            assertThat(snapshot(second)).isEqualTo(snapshot(life.programme()));
        });
    }

    /// Whoever keeps a snapshot knows by its digest that it is broken, but only once it is read.
    @Test
    void aBrokenSnapshotIsReadOrRefusedAndDoesNoHarm() {
        Seeds.each(300, random -> {
            Life life = life(random);
            byte[] snapshot = snapshot(life.programme());
            snapshot[random.nextInt(snapshot.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                Programme.readSnapshot(life.terms(), new DataInputStream(new ByteArrayInputStream(snapshot)));
            } catch (IOException | RuntimeException e) {
                assertThat(e).isNotNull();
            }
        });
    }

    @Test
    void aForkAndItsOriginalNeverSeeEachOther() {
        Seeds.each(500, random -> {
            Life life = life(random);
            int middle = random.nextInt(life.commands().size());
            Programme original = Programme.open(life.terms());
            answers(original, life.commands().subList(0, middle));
            String before = Duel.text(original, List.of());
            Programme fork = original.fork();
            Programme untouched = original.fork();
            Programme forkOfFork = fork.fork();
            disturb(random, life.terms(), fork);
            assertThat(Duel.text(original, List.of())).isEqualTo(before);
            int end = life.commands().size();
            String disturbed = Duel.text(fork, List.of());
            assertThat(answers(original, life.commands().subList(middle, end)))
                    .isEqualTo(life.outcomes().subList(middle, end));
            same(original, life.programme());
            assertThat(Duel.text(fork, List.of())).isEqualTo(disturbed);
            assertThat(Duel.text(untouched, List.of())).isEqualTo(before);
            assertThat(answers(forkOfFork, life.commands().subList(middle, end)))
                    .isEqualTo(life.outcomes().subList(middle, end));
            for (Programme programme : List.of(original, fork, untouched, forkOfFork)) {
                programme.audit();
            }
        });
    }

    @Test
    void aRefusedCommandLeavesNoTrace() {
        Seeds.each(200, random -> {
            Life life = life(random);
            List<Command> applied = new ArrayList<>();
            for (int i = 0; i < life.commands().size(); i++) {
                if (life.outcomes().get(i) instanceof Outcome.Applied) {
                    applied.add(life.commands().get(i));
                }
            }
            Programme again = Programme.open(life.terms());
            answers(again, applied);
            same(again, life.programme());
            assertThat(snapshot(again)).isEqualTo(snapshot(life.programme()));
        });
    }

    private static Life life(RandomGenerator random) {
        RandomAmounts amounts = RandomAmounts.any(random);
        Terms terms = amounts == RandomAmounts.EXTREME ? RandomTerms.extreme(random) : RandomTerms.any(random);
        return random.nextInt(25) == 0
                ? Life.crowded(random, terms, amounts, 2_000)
                : Life.any(random, terms, amounts, COMMANDS);
    }

    /// Lets another life happen to `programme`, to its end.
    private static void disturb(RandomGenerator random, Terms terms, Programme programme) {
        RandomCommands commands = new RandomCommands(random, terms, RandomAmounts.EVERYDAY, 40);
        for (int i = 0; i < COMMANDS / 2; i++) {
            programme.apply(commands.next(World.of(programme)));
        }
        programme.apply(new Command.CloseProgramme());
    }

    private static List<Outcome> answers(Programme programme, List<Command> commands) {
        return commands.stream().map(programme::apply).toList();
    }

    private static void same(Programme one, Programme other) {
        assertThat(World.of(one)).isEqualTo(World.of(other));
        assertThat(Duel.text(one, List.of())).isEqualTo(Duel.text(other, List.of()));
    }

    private static byte[] snapshot(Programme programme) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            programme.writeSnapshot(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Programme read(Terms terms, byte[] snapshot) {
        try {
            return Programme.readSnapshot(terms, new DataInputStream(new ByteArrayInputStream(snapshot)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
