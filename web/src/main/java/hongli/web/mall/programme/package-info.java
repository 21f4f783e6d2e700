/// The programme and the bills over HTTP: what is granted and why, what merchants are owed, how the telling
/// stands.
@NullMarked
package hongli.web.mall.programme;

import org.jspecify.annotations.NullMarked;
