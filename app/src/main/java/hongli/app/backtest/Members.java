package hongli.app.backtest;

import hongli.economy.Holding;
import hongli.economy.Programme;
import hongli.economy.command.Command;
import hongli.economy.exact.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who has joined, in order, and what each has spent.
final class Members {
    private final Map<String, Long> spentFen = new LinkedHashMap<>();

    /// Whether `member` is new; known from now on.
    boolean add(String member) {
        return spentFen.putIfAbsent(member, 0L) == null;
    }

    void spend(String member, long fen) {
        spentFen.merge(member, fen, Long::sum);
    }

    /// What each has and would get if all left; `programme` stays as it is.
    List<MemberFigures> figures(Programme programme) {
        Programme emptied = emptied(programme.fork());
        List<MemberFigures> figures = new ArrayList<>();
        int number = 0;
        for (var entry : spentFen.entrySet()) {
            Holding now = programme.holding(number);
            Money received = now.cash().toMoney();
            Money atLast = emptied.holding(number).cash().toMoney();
            figures.add(new MemberFigures(
                    entry.getKey(),
                    new Money(entry.getValue()),
                    received,
                    now.points(),
                    new Money(atLast.fen() - received.fen())));
            number++;
        }
        return figures;
    }

    /// All members take back all their points, in order of joining; a sale forced on the way is money too.
    private static Programme emptied(Programme programme) {
        for (int number = 0; number < programme.totals().members(); number++) {
            Holding holding = programme.holding(number);
            if (holding.points().micro() > 0) {
                programme.apply(new Command.RedeemPoints(holding.member(), holding.points(), null));
            }
        }
        return programme;
    }
}
