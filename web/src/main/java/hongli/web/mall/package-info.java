/// The mall over HTTP: what all its endpoints share.
@NullMarked
package hongli.web.mall;

import org.jspecify.annotations.NullMarked;
