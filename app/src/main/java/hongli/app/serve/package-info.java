/// The running house: database, ledger and counter wired together, started and stopped in the right order.
@NullMarked
package hongli.app.serve;

import org.jspecify.annotations.NullMarked;
