/// How the mall says no: stable codes, and the values that a text needs.
@NullMarked
package hongli.mall.refusal;

import org.jspecify.annotations.NullMarked;
