/// The built pages: the console of operators and merchants, and the shop of the members.
@NullMarked
package hongli.web.page;

import org.jspecify.annotations.NullMarked;
