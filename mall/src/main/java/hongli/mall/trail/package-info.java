/// The audit log: every change that an operator or a merchant makes, before and after, never altered.
@NullMarked
package hongli.mall.trail;

import org.jspecify.annotations.NullMarked;
