/// Delivery: packages on their way, codes redeemed at a counter, top-ups at their provider.
@NullMarked
package hongli.mall.delivery;

import org.jspecify.annotations.NullMarked;
