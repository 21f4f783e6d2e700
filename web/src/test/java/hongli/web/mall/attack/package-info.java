/// Every endpoint of the mall attacked, as the documents describe them: a new one is attacked by itself.
@NullMarked
package hongli.web.mall.attack;

import org.jspecify.annotations.NullMarked;
