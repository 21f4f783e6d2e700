/// One contract for every journal.
@NullMarked
package hongli.ledger.journal;

import org.jspecify.annotations.NullMarked;
