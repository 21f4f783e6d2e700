/// The book: a durable journal of commands, one writer, replay, snapshots and read models.
@NullMarked
package hongli.ledger;

import org.jspecify.annotations.NullMarked;
