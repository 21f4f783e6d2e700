/// The running house, tried as a process: started, stopped and killed.
@NullMarked
package hongli.app.serve;

import org.jspecify.annotations.NullMarked;
