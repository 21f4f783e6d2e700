/// Tests of export and import as they are called.
@NullMarked
package hongli.app.passage;

import org.jspecify.annotations.NullMarked;
