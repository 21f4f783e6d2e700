/// Tests of export and import.
@NullMarked
package hongli.ledger.passage;

import org.jspecify.annotations.NullMarked;
