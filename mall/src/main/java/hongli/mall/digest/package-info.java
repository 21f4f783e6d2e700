/// What is kept of texts and contents that shall be known again and not be read.
@NullMarked
package hongli.mall.digest;

import org.jspecify.annotations.NullMarked;
