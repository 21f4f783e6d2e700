/// Payment: what a checkout is paid with, what channels tell of it, and how money goes back to where it came from.
@NullMarked
package hongli.mall.payment;

import org.jspecify.annotations.NullMarked;
