package hongli.ledger.reading;

import hongli.economy.fact.Dividend;
import java.time.Instant;

/// What the close of a day granted, and at which entry.
public record DividendDay(long position, Instant at, Dividend dividend) {}
