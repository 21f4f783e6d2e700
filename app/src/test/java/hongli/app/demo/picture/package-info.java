/// The pictures of a demo's goods, looked at.
@NullMarked
package hongli.app.demo.picture;

import org.jspecify.annotations.NullMarked;
