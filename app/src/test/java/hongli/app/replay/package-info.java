/// Scenarios from the command line.
@NullMarked
package hongli.app.replay;

import org.jspecify.annotations.NullMarked;
