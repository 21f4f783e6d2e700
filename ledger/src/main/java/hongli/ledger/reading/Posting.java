package hongli.ledger.reading;

import hongli.economy.fact.Transfer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One transfer in the books: what left one account came to another, so every posting balances by itself.
///
/// @param position the entry of the journal; 0 is the opening
/// @param line the transfer's place in the entry, from 0
/// @param commandType the command it came of, `programme.opened` for the opening
/// @param subject the order, hold or member the command names first, or the date; null where it names none
public record Posting(
        long position,
        int line,
        Instant at,
        Transfer transfer,
        String commandType,
        @Nullable String subject) {}
