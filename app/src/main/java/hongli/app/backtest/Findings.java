package hongli.app.backtest;

import hongli.economy.Totals;
import hongli.economy.terms.Terms;
import java.time.ZoneId;
import java.util.List;

/// All that a backtest found out.
///
/// @param settleAfter days from purchase to settlement
/// @param members in order of joining
record Findings(
        Terms terms,
        ZoneId zone,
        int settleAfter,
        History history,
        OrderFigures orders,
        ReturnFigures returns,
        List<DayFigures> days,
        Totals totals,
        List<MemberFigures> members) {
    Findings {
        days = List.copyOf(days);
        members = List.copyOf(members);
    }
}
