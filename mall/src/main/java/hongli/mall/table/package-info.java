/// The tables of the mall in PostgreSQL, and transactions on them.
@NullMarked
package hongli.mall.table;

import org.jspecify.annotations.NullMarked;
