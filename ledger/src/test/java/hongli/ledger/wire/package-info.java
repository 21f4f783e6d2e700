/// What goes over the wire comes back the same.
@NullMarked
package hongli.ledger.wire;

import org.jspecify.annotations.NullMarked;
