/// How the program talks to whoever started it: languages, streams, complaints and progress.
@NullMarked
package hongli.app.console;

import org.jspecify.annotations.NullMarked;
