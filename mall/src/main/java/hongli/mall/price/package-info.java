/// What things cost, reckoned exactly from data and nothing else, with an explanation line by line.
@NullMarked
package hongli.mall.price;

import org.jspecify.annotations.NullMarked;
