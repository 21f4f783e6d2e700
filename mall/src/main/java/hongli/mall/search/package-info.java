/// Search of what is offered, in Chinese and other letters, by trigrams.
@NullMarked
package hongli.mall.search;

import org.jspecify.annotations.NullMarked;
