package hongli.ledger;

import hongli.economy.command.Command;
import hongli.economy.fact.Outcome;
import java.time.Instant;

/// One decided command, as others are told of it.
///
/// @param position its place in its programme's journal, from 1
public record Event(long position, Instant at, Key key, Command command, Outcome outcome) {}
