package hongli.ledger.heart;

import hongli.ledger.Submission;
import java.util.List;

/// One thing that happens in a run. A run is the list of its actions: played again it is the same run, and with some of
/// them left out it is a shorter one.
sealed interface Action {
    /// How a call to the database ends.
    enum Fate {
        /// It did what it was asked.
        DONE,
        /// It did nothing and failed.
        REFUSED,
        /// It did what it was asked, and the answer was lost.
        UNKNOWN,
        /// It failed, and does what it was asked a little later.
        LATE
    }

    /// The server begins, if it is down.
    record Start() implements Action {}

    /// A client opens a programme, perhaps for the second time.
    record Open(int programme) implements Action {}

    /// A client hands in submissions.
    record Send(int programme, List<Submission> submissions) implements Action {}

    /// The writer takes a step.
    record Write() implements Action {}

    /// The flusher takes a step.
    record Flush() implements Action {}

    /// The snapshotter takes a step.
    record Keep() implements Action {}

    /// The projector brings the read models up to date.
    record Tell() implements Action {}

    /// The latest call to the database that is still under way returns.
    record Return(Fate fate) implements Action {}

    /// Somebody looks at a programme.
    record Look(int programme) implements Action {}

    /// The clock jumps, forwards or back.
    record Tick(long micros) implements Action {}

    /// The database writes some commits to the disk without being asked.
    record Seep(int commits) implements Action {}

    /// What the database owes of a late commit happens.
    record Ripen() implements Action {}

    /// A byte of a kept snapshot changes; `which` counts from the newest.
    record Spoil(int programme, int which, int at) implements Action {}

    /// The next reading of the journal fails.
    record Deafen() implements Action {}

    /// The server is killed.
    record KillServer() implements Action {}

    /// The database is killed and begins again without the last `lost` of the commits that were not on the disk.
    record KillDatabase(int lost) implements Action {}

    /// The server finishes what it has and ends.
    record Stop() implements Action {}
}
