/// Brings a real marketplace, the orders of Olist, into the mall: the same steps that orders of its own
/// would take.
@NullMarked
package hongli.app.olist;

import org.jspecify.annotations.NullMarked;
