/// The front door: main, command line, configuration and wiring.
@NullMarked
package hongli.app;

import org.jspecify.annotations.NullMarked;
