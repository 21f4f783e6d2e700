/// What was sold, line by line, as far as money goes: what the programme, the books and the bills reckon
/// from.
@NullMarked
package hongli.mall.sale;

import org.jspecify.annotations.NullMarked;
