/// Whole numbers with units: money, points, rates, and the 128-bit arithmetic beneath them.
@NullMarked
package hongli.economy.exact;

import org.jspecify.annotations.NullMarked;
