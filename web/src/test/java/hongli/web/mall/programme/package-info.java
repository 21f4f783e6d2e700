@NullMarked
package hongli.web.mall.programme;

import org.jspecify.annotations.NullMarked;
