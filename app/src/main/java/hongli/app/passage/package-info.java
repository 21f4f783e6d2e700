/// The commands that take one programme with all its history out as open files, and bring it in.
@NullMarked
package hongli.app.passage;

import org.jspecify.annotations.NullMarked;
