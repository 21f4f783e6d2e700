/// What follows an order: paying, sending, paying back, paying out.
@NullMarked
package hongli.mall.trade;

import org.jspecify.annotations.NullMarked;
