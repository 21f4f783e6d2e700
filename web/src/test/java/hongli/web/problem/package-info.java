@NullMarked
package hongli.web.problem;

import org.jspecify.annotations.NullMarked;
