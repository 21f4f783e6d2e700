/// Merchants over HTTP: applying, being let in, freight, and what was sold.
@NullMarked
package hongli.web.mall.merchant;

import org.jspecify.annotations.NullMarked;
