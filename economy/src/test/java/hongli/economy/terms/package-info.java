/// Tests of what the neighbouring classes promise.
@NullMarked
package hongli.economy.terms;

import org.jspecify.annotations.NullMarked;
