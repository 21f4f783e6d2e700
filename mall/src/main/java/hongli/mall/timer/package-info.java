/// What becomes due later: one list of timers for the whole mall.
@NullMarked
package hongli.mall.timer;

import org.jspecify.annotations.NullMarked;
