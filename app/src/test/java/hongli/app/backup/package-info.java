/// Tests of backup and restore as they are called.
@NullMarked
package hongli.app.backup;

import org.jspecify.annotations.NullMarked;
