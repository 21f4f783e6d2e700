package hongli.app.backtest;

import hongli.economy.Totals;
import hongli.economy.terms.Terms;
import java.time.ZoneId;
import java.util.List;

/// All that a backtest found out.
///
/// @param file what the history was read from
/// @param settleAfter days from purchase to settlement
/// @param members in order of joining
record Findings(
        String file,
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
