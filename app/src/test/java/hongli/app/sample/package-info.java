/// The sample shop and how its orders came about.
@NullMarked
package hongli.app.sample;

import org.jspecify.annotations.NullMarked;
