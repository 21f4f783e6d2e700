/// The mall's own books: every movement of money as a posting from one account to another, so that they
/// always balance.
@NullMarked
package hongli.mall.posting;

import org.jspecify.annotations.NullMarked;
