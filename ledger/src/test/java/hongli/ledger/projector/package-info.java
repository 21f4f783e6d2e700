/// What is derived from the journal is what the engine knows.
@NullMarked
package hongli.ledger.projector;

import org.jspecify.annotations.NullMarked;
