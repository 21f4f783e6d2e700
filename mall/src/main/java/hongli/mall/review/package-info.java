/// What buyers say of what they bought.
@NullMarked
package hongli.mall.review;

import org.jspecify.annotations.NullMarked;
