/// What delivery costs, by the tariff a merchant has set.
@NullMarked
package hongli.mall.freight;

import org.jspecify.annotations.NullMarked;
