/// The mall itself over HTTP, tried from outside.
@NullMarked
package hongli.web.mall.house;

import org.jspecify.annotations.NullMarked;
