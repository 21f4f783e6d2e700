/// The terms of a programme: its parameters, and how they are read and judged sound.
@NullMarked
package hongli.economy.terms;

import org.jspecify.annotations.NullMarked;
