/// The commands that write a backup of all programmes and restore it.
@NullMarked
package hongli.app.backup;

import org.jspecify.annotations.NullMarked;
