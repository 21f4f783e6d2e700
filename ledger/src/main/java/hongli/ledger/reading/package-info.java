/// What people and accountants read of a programme: statements, postings, prices, dividends. Built from the journal.
@NullMarked
package hongli.ledger.reading;

import org.jspecify.annotations.NullMarked;
