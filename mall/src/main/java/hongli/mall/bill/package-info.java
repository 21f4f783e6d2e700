/// What merchants are owed for a period, and the steps until it is paid.
@NullMarked
package hongli.mall.bill;

import org.jspecify.annotations.NullMarked;
