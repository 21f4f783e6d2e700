package hongli.ledger;

/// What a ledger has done since it started.
///
/// @param queued commands that wait now
/// @param batches batches committed
/// @param commands commands taken from the queue
/// @param decisions of those, decided and journalled; the others were repeated
/// @param busy commands that found the queue full
/// @param failures failures of the journal that were recovered from, or not
/// @param lag entries that statements and other read models do not tell yet
/// @param running whether commands are taken
public record LedgerFigures(
        int queued, long batches, long commands, long decisions, long busy, long failures, long lag, boolean running) {}
