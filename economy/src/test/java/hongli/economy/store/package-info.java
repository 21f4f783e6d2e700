/// Tests of what the neighbouring classes promise.
@NullMarked
package hongli.economy.store;

import org.jspecify.annotations.NullMarked;
