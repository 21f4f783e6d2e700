/// Tests of what the neighbouring classes promise.
@NullMarked
package hongli.economy.exact;

import org.jspecify.annotations.NullMarked;
