/// What tests need: databases, programmes, journals that fail.
@NullMarked
package hongli.ledger.trial;

import org.jspecify.annotations.NullMarked;
