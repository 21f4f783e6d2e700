package hongli.ledger.heart;

/// What goes on while a call to the database is under way.
interface Meanwhile {
    /// Lets other things happen and answers how the call ends.
    Action.Fate call();

    /// Whether this reading fails.
    boolean isDeaf();

    /// Tells that something failed, so that promises may be withheld for a while.
    void trouble();
}
