package hongli.ledger.journal;

import hongli.economy.command.Command;
import hongli.economy.fact.Outcome;

/// One decided command, as a folio holds it.
///
/// @param position from 1 in each programme, without gaps
/// @param key the idempotency key
/// @param atMicros when it was decided, in microseconds since 1970
public record Entry(long position, String key, Command command, Outcome outcome, long atMicros) {}
