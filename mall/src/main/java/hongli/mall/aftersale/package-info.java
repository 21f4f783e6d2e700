/// After-sales: refunds, returns and exchanges, step by step between member, merchant and platform.
@NullMarked
package hongli.mall.aftersale;

import org.jspecify.annotations.NullMarked;
