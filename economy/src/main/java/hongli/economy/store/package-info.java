/// The memory of a programme: paged arrays that can be forked, names, and heaps of limits.
@NullMarked
package hongli.economy.store;

import org.jspecify.annotations.NullMarked;
