/// A shop's own order history, played through a programme: reading, returns, days, summary and report.
@NullMarked
package hongli.app.backtest;

import org.jspecify.annotations.NullMarked;
