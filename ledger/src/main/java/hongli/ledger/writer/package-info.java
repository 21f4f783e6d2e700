/// The way of a command: a bounded queue, one writer, one commit a batch, one flush for many, then the answers.
@NullMarked
package hongli.ledger.writer;

import org.jspecify.annotations.NullMarked;
