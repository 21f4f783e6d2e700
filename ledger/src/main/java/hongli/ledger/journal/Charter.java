package hongli.ledger.journal;

import hongli.ledger.ProgrammeId;

/// The opening of a programme as the journal keeps it; the first link of its chain.
///
/// @param number the programme's number in the journal, from 1 in order of opening
/// @param terms canonical JSON
/// @param openedAtMicros microseconds since 1970
/// @param hash [Chain#opening]
public record Charter(int number, ProgrammeId id, String name, String terms, long openedAtMicros, Bytes hash) {}
