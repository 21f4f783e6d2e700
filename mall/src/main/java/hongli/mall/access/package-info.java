/// Who somebody is, and what that lets them do.
@NullMarked
package hongli.mall.access;

import org.jspecify.annotations.NullMarked;
