/// Paying, sending, paying back and paying out over HTTP, tried.
@NullMarked
package hongli.web.mall.trade;

import org.jspecify.annotations.NullMarked;
