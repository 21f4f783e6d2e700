package hongli.app.backtest;

import hongli.economy.Price;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import java.time.LocalDate;

/// A programme after one day was closed.
///
/// @param dividend what members got by points and by tier that day
/// @param settled the orders settled that day, in money
record DayFigures(LocalDate date, Price price, Money pool, Points circulating, PicoFen dividend, Money settled) {}
