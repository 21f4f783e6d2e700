/// The laws: programmes of points that are claims on a pool of real money, exact to the last digit.
@NullMarked
package hongli.economy;

import org.jspecify.annotations.NullMarked;
