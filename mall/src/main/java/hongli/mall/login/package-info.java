/// Logging in: passwords, sessions, and patience with those who try.
@NullMarked
package hongli.mall.login;

import org.jspecify.annotations.NullMarked;
