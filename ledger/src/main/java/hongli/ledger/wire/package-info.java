/// The wire formats: strict JSON for commands, terms, facts and refusals.
@NullMarked
package hongli.ledger.wire;

import org.jspecify.annotations.NullMarked;
