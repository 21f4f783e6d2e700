/// Files and folders that appear whole or not at all.
@NullMarked
package hongli.app.disk;

import org.jspecify.annotations.NullMarked;
