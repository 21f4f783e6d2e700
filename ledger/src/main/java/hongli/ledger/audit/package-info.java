/// Checks a journal from its first entry to its last, and writes it down for other people's programs to check.
@NullMarked
package hongli.ledger.audit;

import org.jspecify.annotations.NullMarked;
