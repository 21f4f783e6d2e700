package hongli.economy;

import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a programme holds as a whole, at one moment (section 3 of the specification).
///
/// @param pool money that points are claims on
/// @param circulating all points there are, treasury and founder points among them
/// @param issued points ever issued
/// @param burned points that ceased to exist
/// @param treasury points that stand behind the constant points
/// @param price the price of a point
/// @param constants constant points outstanding
/// @param withdrawn money ever paid out
/// @param fixedFund what waits to be shared by points
/// @param tierFund what waits to be shared by tier
/// @param reversalShortfall what reversals could not get back
/// @param residual the operator's remainder
/// @param closed whether the programme is wound up
/// @param lastDay the last day that was closed, or null
/// @param members how many have joined, merchants among them
/// @param orders how many orders were settled
public record Totals(
        Money pool,
        Points circulating,
        Points issued,
        Points burned,
        Points treasury,
        Price price,
        Money constants,
        Money withdrawn,
        PicoFen fixedFund,
        PicoFen tierFund,
        Money reversalShortfall,
        PicoFen residual,
        boolean closed,
        @Nullable LocalDate lastDay,
        int members,
        int orders) {}
