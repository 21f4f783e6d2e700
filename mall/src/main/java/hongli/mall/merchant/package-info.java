/// Merchants: how they come in, what they ship by, what they sold, and whether there is one or many.
@NullMarked
package hongli.mall.merchant;

import org.jspecify.annotations.NullMarked;
