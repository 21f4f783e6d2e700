/// One programme in memory: its state, the keys it has seen, its snapshots, and how it is rebuilt from the journal.
@NullMarked
package hongli.ledger.book;

import org.jspecify.annotations.NullMarked;
