/// What a member means to buy, and what can be bought.
@NullMarked
package hongli.mall.basket;

import org.jspecify.annotations.NullMarked;
