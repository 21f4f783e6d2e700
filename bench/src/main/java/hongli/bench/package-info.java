/// The track: load comparisons, each with the naive way beside ours.
@NullMarked
package hongli.bench;

import org.jspecify.annotations.NullMarked;
