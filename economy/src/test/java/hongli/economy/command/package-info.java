/// Tests of what the neighbouring classes promise.
@NullMarked
package hongli.economy.command;

import org.jspecify.annotations.NullMarked;
