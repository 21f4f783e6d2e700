/// What a programme's memory holds beside the engine.
@NullMarked
package hongli.ledger.book;

import org.jspecify.annotations.NullMarked;
