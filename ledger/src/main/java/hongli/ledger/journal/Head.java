package hongli.ledger.journal;

import hongli.ledger.ProgrammeId;

/// How far the journal of a programme reaches.
///
/// @param position the last, 0 where there is none
/// @param hash the last link of the chain, or that of the opening
public record Head(ProgrammeId programme, long position, Bytes hash) {}
