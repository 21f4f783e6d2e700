/// What came of a command: transfers between accounts, dividends, or a refusal with its numbers.
@NullMarked
package hongli.economy.fact;

import org.jspecify.annotations.NullMarked;
