/// Saying no at the edge: problem documents (RFC 9457) with stable codes and texts in two languages.
@NullMarked
package hongli.web.problem;

import org.jspecify.annotations.NullMarked;
