package hongli.app.backtest;

import hongli.app.backtest.OrderFigures.Count;
import java.util.Collection;
import java.util.Map;

/// What became of the returns.
///
/// @param ways how the orders they belong to were found, piece by piece
/// @param neverSettled orders returned as a whole before they fell due
/// @param reduced orders returned in part before they fell due: the rest was settled
/// @param reversed orders settled and reversed as a whole, their amounts as settled
/// @param partial orders settled and returned in part: nothing was taken back, since a reversal is whole
record ReturnFigures(
        Count returns,
        Map<Matching.Way, Count> ways,
        Count neverSettled,
        Count reduced,
        Count reversed,
        Count partial) {
    ReturnFigures {
        ways = Map.copyOf(ways);
    }

    static ReturnFigures of(
            Collection<GoodsBack> returns, Collection<Purchase> purchases, Map<Matching.Way, Count> ways) {
        Count all = Count.NONE;
        for (GoodsBack goods : returns) {
            all = all.plus(goods.total());
        }
        var figures = new ReturnFigures(all, ways, Count.NONE, Count.NONE, Count.NONE, Count.NONE);
        for (Purchase purchase : purchases) {
            figures = figures.with(purchase);
        }
        return figures;
    }

    Count way(Matching.Way way) {
        return ways.getOrDefault(way, Count.NONE);
    }

    private ReturnFigures with(Purchase purchase) {
        boolean before = purchase.returnedBefore().signum() > 0;
        boolean late = purchase.returnedLate().signum() > 0;
        boolean settled = purchase.stand() != Purchase.Stand.VOID;
        boolean whole = purchase.stand() == Purchase.Stand.REVERSED;
        return new ReturnFigures(
                returns,
                ways,
                before && !settled ? neverSettled.plus(purchase.returnedBefore()) : neverSettled,
                before && settled ? reduced.plus(purchase.returnedBefore()) : reduced,
                late && whole ? reversed.plus(purchase.returnedLate()) : reversed,
                late && !whole ? partial.plus(purchase.returnedLate()) : partial);
    }
}
