package hongli.ledger.journal;

/// One decided command as the journal keeps it: one wide row, one link of its programme's chain.
///
/// @param programme the programme's number
/// @param position from 1 in each programme, without gaps
/// @param key the idempotency key
/// @param command canonical JSON
/// @param outcome as `OutcomeBytes` writes it
/// @param atMicros when it was decided, in microseconds since 1970
/// @param hash [Chain#next] of the entry before and all of this one
public record Entry(
        int programme, long position, String key, String command, Bytes outcome, long atMicros, Bytes hash) {}
