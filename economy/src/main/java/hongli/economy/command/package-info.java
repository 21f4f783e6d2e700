/// What can be asked of a programme: the commands, their identifiers, and how they are read.
@NullMarked
package hongli.economy.command;

import org.jspecify.annotations.NullMarked;
