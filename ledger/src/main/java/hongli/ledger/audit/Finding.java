package hongli.ledger.audit;

import hongli.ledger.ProgrammeId;

/// One thing that does not hold.
///
/// @param position the entry at which it shows
/// @param what in a sentence, what must hold and what was found
public record Finding(ProgrammeId programme, long position, String what) {}
