/// The mall over HTTP, tried.
@NullMarked
package hongli.web.mall;

import org.jspecify.annotations.NullMarked;
