/// People of the mall over HTTP, tried.
@NullMarked
package hongli.web.mall.people;

import org.jspecify.annotations.NullMarked;
