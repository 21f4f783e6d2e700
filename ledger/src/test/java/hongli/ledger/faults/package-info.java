/// The ledger on a real database that is stopped, cut off, filled up and damaged.
@NullMarked
package hongli.ledger.faults;

import org.jspecify.annotations.NullMarked;
