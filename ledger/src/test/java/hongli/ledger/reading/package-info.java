/// Trials of what is packed in the read models.
@NullMarked
package hongli.ledger.reading;

import org.jspecify.annotations.NullMarked;
