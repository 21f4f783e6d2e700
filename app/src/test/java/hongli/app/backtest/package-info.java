/// Order histories: reading, returns, days and figures.
@NullMarked
package hongli.app.backtest;

import org.jspecify.annotations.NullMarked;
