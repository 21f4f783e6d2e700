/// The mall as a sandbox: no real money moves, and time may be set forward.
@NullMarked
package hongli.mall.sandbox;

import org.jspecify.annotations.NullMarked;
