/// Top-ups: phone credit and the like, ordered from a provider.
@NullMarked
package hongli.mall.topup;

import org.jspecify.annotations.NullMarked;
