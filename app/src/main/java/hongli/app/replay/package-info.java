/// Scenarios from files: a programme and its commands, played to the final state.
@NullMarked
package hongli.app.replay;

import org.jspecify.annotations.NullMarked;
