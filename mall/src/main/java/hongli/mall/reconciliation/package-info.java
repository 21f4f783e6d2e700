/// A channel's bill of a day against our own books.
@NullMarked
package hongli.mall.reconciliation;

import org.jspecify.annotations.NullMarked;
