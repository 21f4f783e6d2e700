/// Tests of baskets, orders and coupons over HTTP.
@NullMarked
package hongli.web.mall.order;

import org.jspecify.annotations.NullMarked;
