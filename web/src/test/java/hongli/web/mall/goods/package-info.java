/// Goods and merchants over HTTP, asked and attacked.
@NullMarked
package hongli.web.mall.goods;

import org.jspecify.annotations.NullMarked;
