/// What members are told inside the mall of their orders, cases and withdrawals.
@NullMarked
package hongli.mall.notice;

import org.jspecify.annotations.NullMarked;
