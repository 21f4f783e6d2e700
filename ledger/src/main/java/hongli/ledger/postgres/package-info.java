/// The database: an embedded PostgreSQL, or any by its address, and the tables in it.
@NullMarked
package hongli.ledger.postgres;

import org.jspecify.annotations.NullMarked;
