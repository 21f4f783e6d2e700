/// Whether the mall's books hold: against themselves, and against the journal of the programme they fed.
@NullMarked
package hongli.mall.audit;

import org.jspecify.annotations.NullMarked;
