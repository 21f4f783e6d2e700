/// The engine before its judge: random programmes, the laws, and the helpers that find the shortest failing story.
@NullMarked
package hongli.economy;

import org.jspecify.annotations.NullMarked;
