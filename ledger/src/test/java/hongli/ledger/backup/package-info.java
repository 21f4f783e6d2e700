/// Tests of backups.
@NullMarked
package hongli.ledger.backup;

import org.jspecify.annotations.NullMarked;
