/// Goods over HTTP: for customers, for those who sell, and for the platform.
@NullMarked
package hongli.web.mall.goods;

import org.jspecify.annotations.NullMarked;
