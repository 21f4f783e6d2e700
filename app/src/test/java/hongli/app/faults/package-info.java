/// The house as a process of its own, and what is done to it: killed, stopped, started twice.
@NullMarked
package hongli.app.faults;

import org.jspecify.annotations.NullMarked;
