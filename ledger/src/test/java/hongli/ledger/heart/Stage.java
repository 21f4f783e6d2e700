package hongli.ledger.heart;

import hongli.economy.terms.Terms;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.SteppedLedger;
import hongli.ledger.heart.Action.Fate;
import hongli.ledger.heart.Server.Duty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where a run is played: server, database and clients in one thread.
///
/// While a call to the database is under way, the next actions are played before it returns, so that anything can
/// happen in between that could with threads: a batch is decided while another is flushed, a snapshot is written while
/// the state goes on, the server is killed in the middle of a commit.
final class Stage implements Meanwhile {
    private final Plan plan;
    private final Cast cast;
    private final Script script;
    private final Judge judge;
    private final Disk disk;
    private final Crowd crowd;
    private final List<Action> played = new ArrayList<>();
    private @Nullable Server server;
    private long nowMicros = 1_790_000_000_000_000L;
    private boolean deaf;
    private int depth;

    Stage(Plan plan, Cast cast, Script script) {
        this.plan = plan;
        this.cast = cast;
        this.script = script;
        this.judge = new Judge(plan.terms(), cast.rules());
        this.disk = new Disk(judge);
        this.crowd = new Crowd(plan, judge);
    }

    Plan plan() {
        return plan;
    }

    Judge judge() {
        return judge;
    }

    Disk disk() {
        return disk;
    }

    Crowd crowd() {
        return crowd;
    }

    private Instant now() {
        return Instant.EPOCH.plus(nowMicros, ChronoUnit.MICROS);
    }

    /// How many calls to the database are under way.
    int depth() {
        return depth;
    }

    /// Everything that has happened so far.
    List<Action> played() {
        return played;
    }

    boolean isUp() {
        return server != null && server.ledger != null;
    }

    /// Whether the server that is up knows the programme.
    boolean isOpen(int programme) {
        SteppedLedger ledger = ledger();
        return ledger != null && ledger.knows(id(programme));
    }

    /// Whether nobody waits for anything.
    boolean isIdle() {
        return server == null || server.errands.isEmpty() && server.lookers.isEmpty() && server.queue.isEmpty();
    }

    /// The server that is up, or null.
    @Nullable
    SteppedLedger ledger() {
        return server == null ? null : server.ledger;
    }

    static ProgrammeId id(int programme) {
        return new ProgrammeId("p" + programme);
    }

    /// Plays the script to its end, or to the first thing that is wrong.
    void play() {
        Action action = next();
        while (action != null) {
            play(action);
            action = next();
        }
    }

    private @Nullable Action next() {
        Action action = judge.failure() == null ? script.next(this) : null;
        if (action != null) {
            played.add(action);
        }
        return action;
    }

    @Override
    public Fate call() {
        Server caller = server;
        takeNote();
        depth++;
        try {
            while (true) {
                Action action = next();
                if (action instanceof Action.Return(Fate fate)) {
                    return fate;
                }
                if (action == null) {
                    return Fate.DONE;
                }
                play(action);
                if (caller == null || caller.dead || judge.failure() != null) {
                    throw new Gone();
                }
            }
        } finally {
            depth--;
        }
    }

    @Override
    public boolean isDeaf() {
        boolean was = deaf;
        deaf = false;
        return was;
    }

    @Override
    public void trouble() {
        if (server != null) {
            server.trouble();
        }
    }

    void play(Action action) {
        switch (action) {
            case Action.Start _ -> start();
            case Action.Open(int programme) -> open(programme);
            case Action.Send(int programme, var submissions) -> crowd.send(server, programme, submissions);
            case Action.Write _ -> step(Duty.WRITE, ledger -> ledger.writing().step());
            case Action.Flush _ -> step(Duty.FLUSH, ledger -> ledger.flushing().step());
            case Action.Keep _ -> step(Duty.KEEP, ledger -> ledger.keeping().step());
            case Action.Tell _ -> tell();
            case Action.Look(int programme) -> crowd.look(server, programme);
            case Action.Tick(long micros) -> nowMicros += micros;
            case Action.Seep(int commits) -> disk.harden(disk.commits() - disk.soft() + commits);
            case Action.Ripen _ -> disk.ripen();
            case Action.Spoil spoil -> spoil(spoil);
            case Action.Deafen _ -> deaf = true;
            case Action.KillServer _ -> kill();
            case Action.KillDatabase(int lost) -> {
                disk.crash(lost);
                trouble();
            }
            case Action.Stop _ -> stop();
            case Action.Return _ -> {}
        }
    }

    private void stopped(Server stopping, String said) {
        if (!stopping.dead && judge.failure() == null) {
            judge.require(said.startsWith("the journal cannot be written"), () -> "the ledger has stopped: " + said);
            kill();
        }
    }

    private void start() {
        if (server != null) {
            return;
        }
        var starting = new Server();
        server = starting;
        starting.busy.add(Duty.START);
        try {
            starting.ledger = SteppedLedger.start(
                    cast.journal().apply(disk, this), plan.settings(this::now, said -> stopped(starting, said)));
            starting.busy.remove(Duty.START);
            Inspection.afterStart(this, starting.ledger);
        } catch (JournalUnavailable e) {
            judge.require(starting.troubles > 0, () -> "the ledger must start: " + e);
            kill();
        } catch (Gone _) {
            kill();
        } catch (RuntimeException e) {
            judge.fail("the ledger must start: " + e);
        }
    }

    private void kill() {
        if (server != null) {
            server.dead = true;
            server = null;
        }
    }

    private void stop() {
        SteppedLedger ledger = ledger();
        Server ending = server;
        if (ledger == null || ending == null || !ending.busy.isEmpty()) {
            return;
        }
        for (int i = 0; i < 100 && ledger() == ledger && !ending.errands.isEmpty(); i++) {
            play(new Action.Write());
            play(new Action.Flush());
            play(new Action.Keep());
        }
        ending.closing = true;
        step(Duty.START, SteppedLedger::close);
        plan.terms().forEach(_ -> step(Duty.KEEP, last -> last.keeping().step()));
        kill();
    }

    private void open(int programme) {
        Server caller = server;
        if (!isUp() || caller == null || caller.busy.contains(Duty.WRITE)) {
            return;
        }
        step(Duty.OPEN, ledger -> {
            try {
                Terms terms = plan.terms().get(programme);
                Ledger.Opening opening = ledger.open(id(programme), "programme " + programme, terms);
                judge.require(opening != Ledger.Opening.TAKEN, () -> "a programme must be what it was opened as");
                judge.require(
                        judge.isOpen(programme), () -> "nobody must be told of an opening before it is on the disk");
            } catch (JournalUnavailable e) {
                judge.require(caller.troubled, () -> "without trouble a programme must open: " + e);
            }
        });
    }

    /// Lets a shift take a step, unless it is in the middle of one.
    private void step(Duty duty, Consumer<SteppedLedger> work) {
        Server working = server;
        SteppedLedger ledger = ledger();
        boolean clash = working != null && duty == Duty.WRITE && working.busy.contains(Duty.OPEN);
        if (working == null || ledger == null || clash || !working.busy.add(duty)) {
            return;
        }
        int troubles = working.troubles;
        int queued = working.queue.size();
        try {
            work.accept(ledger);
        } catch (Gone _) {
            working.dead = true;
        } finally {
            working.busy.remove(duty);
        }
        if (!working.dead) {
            takeNote();
            if (duty == Duty.WRITE && queued > 0 && working.queue.size() < queued && working.troubles == troubles) {
                working.troubled = false;
            }
            crowd.listen(working);
        }
    }

    /// Sees which attempts the writer has taken.
    private void takeNote() {
        List<Attempt> batch = server == null ? List.of() : server.takenBatch();
        if (!batch.isEmpty()) {
            judge.decide(batch, nowMicros);
        }
    }

    private void tell() {
        if (isUp()) {
            deaf = false;
            step(Duty.KEEP, ledger -> {
                ledger.tell();
                Inspection.afterTelling(this);
            });
        }
    }

    private void spoil(Action.Spoil spoil) {
        int number = judge.number(spoil.programme());
        if (number != 0) {
            disk.shelf(number).spoil(spoil.which(), spoil.at());
        }
    }
}
