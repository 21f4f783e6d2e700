/// Withdrawals: members' cash on its way to their bank, held, reviewed, paid out or given back.
@NullMarked
package hongli.mall.withdrawal;

import org.jspecify.annotations.NullMarked;
