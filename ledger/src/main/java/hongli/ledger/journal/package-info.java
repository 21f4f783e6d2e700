/// The journal: the one truth of every programme, row by row in a chain of hashes, and its snapshots.
@NullMarked
package hongli.ledger.journal;

import org.jspecify.annotations.NullMarked;
