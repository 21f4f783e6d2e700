/// The demo, lived in small.
@NullMarked
package hongli.app.demo;

import org.jspecify.annotations.NullMarked;
