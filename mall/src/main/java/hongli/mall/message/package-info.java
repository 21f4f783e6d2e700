/// Messages to people's phones and mailboxes: written down with what they follow from, brought by a house
/// outside.
@NullMarked
package hongli.mall.message;

import org.jspecify.annotations.NullMarked;
