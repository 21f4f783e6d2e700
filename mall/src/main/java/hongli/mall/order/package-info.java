/// Orders: placed under one checkout, reserved, paid, shipped, completed; every step is allowed by a table and logged.
@NullMarked
package hongli.mall.order;

import org.jspecify.annotations.NullMarked;
