package hongli.economy;

import hongli.economy.command.Command;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Refusal;
import hongli.economy.model.EagerProgramme;
import hongli.economy.terms.Terms;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The engine and its judge side by side: each step must leave both in the same state and every law unbroken.
@SuppressWarnings("exports")
public final class Duel {
    private static final int TEXT_EVERY = 50;

    private final Programme engine;
    private final EagerProgramme judge;
    private final LawsOf laws;
    private final FactBooks books;
    private final List<Long> rejected = new ArrayList<>();
    private long steps;
    private World world;

    public Duel(Terms terms, EagerProgramme judge) {
        this.engine = Programme.open(terms);
        this.judge = judge;
        this.laws = new LawsOf(terms);
        this.books = new FactBooks(Programme.founding(terms));
        this.world = World.of(engine);
        compare(world);
    }

    public World world() {
        return world;
    }

    Programme engine() {
        return engine;
    }

    /// Applies `command` on both sides and compares all there is to see.
    ///
    /// @throws AssertionError where they differ or a law is broken
    public Outcome step(Command command) {
        steps++;
        Optional<Refusal> expected = judge.apply(command);
        Outcome outcome = engine.apply(command);
        Optional<Refusal> found = switch (outcome) {
            case Outcome.Applied _ -> Optional.empty();
            case Outcome.Refused(Refusal refusal) -> Optional.of(refusal);
        };
        if (!found.equals(expected)) {
            throw new AssertionError("engine says " + outcome + ", judge says " + expected);
        }
        World after = World.of(engine);
        compare(after);
        if (outcome instanceof Outcome.Applied(var fact)) {
            books.enter(fact);
            laws.checkFloors(world, command, fact);
            laws.checkDividend(world, after, fact);
        } else {
            rejected.add(steps);
        }
        books.check(after);
        BigInteger moneyIn = judge.moneyIn().multiply(Big.PICO);
        LawsOf.require(moneyIn.equals(books.moneyIn()), "law 5: the facts tell the money that came in");
        laws.check(world, after, moneyIn);
        world = after;
        if (steps % TEXT_EVERY == 0) {
            finish();
        }
        return outcome;
    }

    /// Compares the whole text and lets the engine look at itself.
    public void finish() {
        String text = text(engine, rejected);
        if (!text.equals(judge.state(rejected))) {
            throw new AssertionError("engine writes " + text + "\njudge writes " + judge.state(rejected));
        }
        engine.audit();
    }

    private void compare(World found) {
        if (!found.totals().equals(judge.totals())) {
            throw new AssertionError("engine has " + found.totals() + "\njudge has  " + judge.totals());
        }
        List<Holding> expected = judge.holdings();
        for (int member = 0; member < expected.size(); member++) {
            if (!found.holdings().get(member).equals(expected.get(member))) {
                throw new AssertionError(
                        "engine has " + found.holdings().get(member) + "\njudge has  " + expected.get(member));
            }
        }
    }

    static String text(Programme programme, List<Long> rejected) {
        try {
            StringBuilder text = new StringBuilder();
            programme.writeState(text, rejected);
            return text.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
