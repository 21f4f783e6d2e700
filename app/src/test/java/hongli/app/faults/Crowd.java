package hongli.app.faults;

import hongli.economy.Programme;
import hongli.economy.RandomAmounts;
import hongli.economy.RandomCommands;
import hongli.economy.World;
import hongli.economy.command.Command;
import hongli.economy.fact.Outcome;
import hongli.economy.terms.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The customers of one programme. What they ask for fits what they believe they hold, which is nearly right.
final class Crowd {
    private final RandomCommands commands;
    private Programme belief;
    private long count;

    Crowd(RandomGenerator random, Terms terms) {
        this.commands = new RandomCommands(random, terms, RandomAmounts.any(random), 60);
        this.belief = Programme.open(terms);
    }

    /// Tells the crowd how things really stand.
    synchronized void learn(Programme truth) {
        belief = truth.fork();
    }

    /// What the customers ask for next, each command under a new key.
    synchronized List<Sent> next(int wanted) {
        List<Sent> sent = new ArrayList<>(wanted);
        while (sent.size() < wanted) {
            Command command = commands.next(World.of(belief));
            Outcome _ = belief.apply(command);
            sent.add(new Sent("key-" + ++count, command));
        }
        return sent;
    }
}
