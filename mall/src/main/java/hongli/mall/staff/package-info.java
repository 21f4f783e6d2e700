/// Those who work here: operators of the platform and clerks of merchants, and the roles that say what each may do.
@NullMarked
package hongli.mall.staff;

import org.jspecify.annotations.NullMarked;
