/// Coupons: kinds that operators and merchants make, pieces that members take, keep for a checkout and use.
@NullMarked
package hongli.mall.coupon;

import org.jspecify.annotations.NullMarked;
