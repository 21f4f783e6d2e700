/// The referees: what the house asks of its own code and texts.
@NullMarked
package hongli.app;

import org.jspecify.annotations.NullMarked;
