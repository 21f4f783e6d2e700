/// The heart of the house in a simulator: every step of clients, writer, flusher, snapshots and database in one thread,
/// drawn from a seed, with all the faults that can befall them, and judged by the eager model.
@NullMarked
package hongli.ledger.heart;

import org.jspecify.annotations.NullMarked;
