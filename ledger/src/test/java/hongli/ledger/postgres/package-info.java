/// Tests of the database: started, killed and started again.
@NullMarked
package hongli.ledger.postgres;

import org.jspecify.annotations.NullMarked;
