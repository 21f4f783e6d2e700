/// The mall itself over HTTP: what it is, its time, and the hand on a sandbox.
@NullMarked
package hongli.web.mall.house;

import org.jspecify.annotations.NullMarked;
