/// Members: who they are, where they live, what is told of them, and how they are forgotten.
@NullMarked
package hongli.mall.people;

import org.jspecify.annotations.NullMarked;
