/// Goods: what merchants offer, how the platform approves it, and how much of it there is.
@NullMarked
package hongli.mall.goods;

import org.jspecify.annotations.NullMarked;
