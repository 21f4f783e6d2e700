@NullMarked
package hongli.app.olist;

import org.jspecify.annotations.NullMarked;
