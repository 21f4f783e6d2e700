/// Goods as files: in with a dry run that names every bad line, and out.
@NullMarked
package hongli.mall.goodsfile;

import org.jspecify.annotations.NullMarked;
