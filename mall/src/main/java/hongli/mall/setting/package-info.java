/// What a shop chooses for itself, each choice with the values it may have.
@NullMarked
package hongli.mall.setting;

import org.jspecify.annotations.NullMarked;
