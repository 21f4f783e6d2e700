/// The door of the ledger, tried out.
@NullMarked
package hongli.ledger;

import org.jspecify.annotations.NullMarked;
