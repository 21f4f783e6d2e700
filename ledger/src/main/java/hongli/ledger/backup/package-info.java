/// Backups: all programmes of a database in one file, taken while others write, and put into an empty database again.
@NullMarked
package hongli.ledger.backup;

import org.jspecify.annotations.NullMarked;
