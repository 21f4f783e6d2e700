package hongli.ledger.heart;

import hongli.economy.RandomCommands;
import hongli.economy.World;
import hongli.economy.command.Command;
import hongli.economy.model.EagerProgramme;
import hongli.ledger.Key;
import hongli.ledger.Submission;
import hongli.ledger.heart.Action.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Draws what happens next, from one source of chance.
final class Author implements Script {
    private static final int REFRESH = 12;

    /// What clients of one programme know and want.
    private static final class Desk {
        final RandomCommands commands;

        @Nullable
        World world;

        int sinceLooked;
        int keys;

        Desk(RandomCommands commands) {
            this.commands = commands;
        }
    }

    private final RandomGenerator random;
    private final Plan plan;
    private final List<Desk> desks = new ArrayList<>();
    private int drawn;

    Author(RandomGenerator random, Plan plan) {
        this.random = random;
        this.plan = plan;
        for (int i = 0; i < plan.terms().size(); i++) {
            RandomGenerator own = new SplittableRandom(random.nextLong());
            desks.add(new Desk(
                    new RandomCommands(own, plan.terms().get(i), plan.amounts().get(i))));
        }
    }

    @Override
    public @Nullable Action next(Stage stage) {
        drawn++;
        if (drawn > plan.actions()) {
            return null;
        }
        if (stage.depth() > 0 && random.nextInt(1_000) < plan.haste()) {
            return new Action.Return(fate());
        }
        if (!stage.isUp() && random.nextInt(4) > 0) {
            return new Action.Start();
        }
        int die = random.nextInt(10_000);
        if (die < plan.killing()) {
            return random.nextBoolean() ? new Action.KillServer() : new Action.KillDatabase(lost(stage));
        }
        if (die < plan.killing() + plan.misfortune()) {
            return misfortune();
        }
        return random.nextInt(1_000) < plan.sending() ? send(stage) : work(stage);
    }

    private Fate fate() {
        if (random.nextInt(1_000) >= plan.failing()) {
            return Fate.DONE;
        }
        return switch (random.nextInt(3)) {
            case 0 -> Fate.REFUSED;
            case 1 -> Fate.UNKNOWN;
            default -> Fate.LATE;
        };
    }

    private int lost(Stage stage) {
        return random.nextInt(stage.disk().soft() + 1);
    }

    private Action misfortune() {
        return switch (random.nextInt(5)) {
            case 0 -> new Action.Spoil(programme(), random.nextInt(2), random.nextInt(1 << 20));
            case 1 -> new Action.Deafen();
            case 2 -> new Action.Stop();
            default -> new Action.Tick(random.nextLong(7_200_000_000L) - 3_600_000_000L);
        };
    }

    private Action work(Stage stage) {
        return switch (random.nextInt(40)) {
            case 0, 1 -> new Action.Look(programme());
            case 2 -> new Action.Seep(1 + random.nextInt(3));
            case 3 -> new Action.Ripen();
            case 4, 5 -> new Action.Keep();
            case 6 -> new Action.Tick(1 + random.nextInt(5_000_000));
            case 7 -> random.nextInt(4) == 0 ? new Action.Tell() : new Action.Look(programme());
            case 8 -> new Action.Open(programme());
            default -> random.nextInt(stage.disk().soft() + 2) > 1 ? new Action.Flush() : new Action.Write();
        };
    }

    private int programme() {
        return random.nextInt(desks.size());
    }

    private Action send(Stage stage) {
        int programme = programme();
        if (!stage.isOpen(programme) && random.nextInt(8) > 0) {
            return new Action.Open(programme);
        }
        int count = random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 1;
        List<Submission> submissions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            submissions.add(submission(stage, programme, submissions));
        }
        return new Action.Send(programme, submissions);
    }

    private Submission submission(Stage stage, int programme, List<Submission> before) {
        Desk desk = desks.get(programme);
        List<Submission> sent = stage.crowd().sent(programme);
        int die = random.nextInt(100);
        if (die < 12 && !sent.isEmpty()) {
            return sent.get(sent.size() - 1 - random.nextInt(Math.min(sent.size(), 40)));
        }
        if (die < 14 && !sent.isEmpty()) {
            return sent.get(random.nextInt(sent.size()));
        }
        Command command = command(stage, programme, desk);
        if (die < 16 && !sent.isEmpty()) {
            return new Submission(sent.get(random.nextInt(sent.size())).key(), command);
        }
        if (die < 18 && !before.isEmpty()) {
            return random.nextBoolean()
                    ? before.getLast()
                    : new Submission(before.getLast().key(), command);
        }
        return new Submission(new Key("k" + desk.keys++), command);
    }

    private Command command(Stage stage, int programme, Desk desk) {
        if (desk.world == null || desk.sinceLooked++ >= REFRESH) {
            EagerProgramme model = stage.judge().docket(programme).model();
            desk.world = new World(model.totals(), model.holdings());
            desk.sinceLooked = 0;
        }
        return random.nextInt(3_000) == 0 ? new Command.CloseProgramme() : desk.commands.next(desk.world);
    }
}
