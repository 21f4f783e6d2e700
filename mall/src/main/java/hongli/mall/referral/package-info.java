/// Distribution: who brought whom, once and for good, and what came of it.
@NullMarked
package hongli.mall.referral;

import org.jspecify.annotations.NullMarked;
