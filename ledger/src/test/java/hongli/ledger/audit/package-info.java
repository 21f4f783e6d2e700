/// The check finds what is wrong, and nothing where nothing is.
@NullMarked
package hongli.ledger.audit;

import org.jspecify.annotations.NullMarked;
