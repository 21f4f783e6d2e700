/// The sample: a small wine shop of our own making, with its programme and a quarter of orders.
@NullMarked
package hongli.app.sample;

import org.jspecify.annotations.NullMarked;
