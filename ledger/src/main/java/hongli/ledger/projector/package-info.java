/// Builds the read models from the journal, in order of position.
@NullMarked
package hongli.ledger.projector;

import org.jspecify.annotations.NullMarked;
