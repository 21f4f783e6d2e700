/// How the program talks: languages and progress.
@NullMarked
package hongli.app.console;

import org.jspecify.annotations.NullMarked;
