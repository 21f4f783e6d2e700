/// What the programme is told of the mall, and what it answers: settlements by order line, sent under keys
/// for good.
@NullMarked
package hongli.mall.programme;

import org.jspecify.annotations.NullMarked;
