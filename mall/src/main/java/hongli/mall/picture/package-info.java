/// Pictures of goods: checked by what they are, drawn anew, kept in the tables.
@NullMarked
package hongli.mall.picture;

import org.jspecify.annotations.NullMarked;
