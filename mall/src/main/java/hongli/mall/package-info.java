/// The shop: people, goods, merchants, baskets, orders, payments, delivery, and what the programme is told of them.
@NullMarked
package hongli.mall;

import org.jspecify.annotations.NullMarked;
