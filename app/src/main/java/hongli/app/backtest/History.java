package hongli.app.backtest;

import hongli.app.backtest.GoodsBack.Slip;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All orders and returns of a file, and what had to be left out.
final class History {
    static final int SHOWN = 20;

    private final ZoneId zone;
    private final Map<String, Purchase> purchases = new LinkedHashMap<>();
    private final Map<Slip, GoodsBack> returns = new LinkedHashMap<>();
    private final Map<String, Sales> merchants = new TreeMap<>();
    private final Map<Flaw, Long> flaws = new TreeMap<>();
    private final List<Line.Reading.Bad> shown = new ArrayList<>();
    private long lines;
    private Sales guestPurchases = Sales.NONE;
    private Sales guestReturns = Sales.NONE;

    /// So many lines of so much in all.
    record Sales(long lines, BigDecimal amount) {
        static final Sales NONE = new Sales(0, BigDecimal.ZERO);

        Sales plus(BigDecimal more) {
            return new Sales(lines + 1, amount.add(more));
        }
    }

    History(ZoneId zone) {
        this.zone = zone;
    }

    void add(Line.Reading reading) {
        lines++;
        switch (reading) {
            case Line.Reading.Read(Line line) when line.back() -> addReturn(line);
            case Line.Reading.Read(Line line) -> addPurchase(line);
            case Line.Reading.Guest(BigDecimal amount)
            when amount.signum() < 0 -> guestReturns = guestReturns.plus(amount.negate());
            case Line.Reading.Guest(BigDecimal amount) -> guestPurchases = guestPurchases.plus(amount);
            case Line.Reading.Bad bad -> addFlaw(bad);
        }
    }

    /// Data lines read, good or not.
    long lines() {
        return lines;
    }

    Collection<Purchase> purchases() {
        return purchases.values();
    }

    Collection<GoodsBack> returns() {
        return returns.values();
    }

    /// What was sold by whom, returns not taken off; empty where the file names no merchants.
    Map<String, Sales> merchants() {
        return merchants;
    }

    Sales guestPurchases() {
        return guestPurchases;
    }

    Sales guestReturns() {
        return guestReturns;
    }

    /// How many lines could not be used, by reason.
    Map<Flaw, Long> flaws() {
        return flaws;
    }

    /// The first lines that could not be used.
    List<Line.Reading.Bad> shown() {
        return shown;
    }

    private void addPurchase(Line line) {
        Purchase purchase = purchases.computeIfAbsent(line.order(), _ -> new Purchase(line));
        if (!purchase.member().equals(line.member())) {
            addFlaw(new Line.Reading.Bad(line.number(), Flaw.MEMBER_DIFFERS, line.order()));
            return;
        }
        purchase.add(line);
        if (!line.merchant().isEmpty()) {
            merchants.merge(line.merchant(), Sales.NONE.plus(line.amount()), (sales, _) -> sales.plus(line.amount()));
        }
    }

    private void addReturn(Line line) {
        var slip =
                new Slip(line.order(), line.member(), line.time().atZone(zone).toLocalDate());
        returns.computeIfAbsent(slip, key -> new GoodsBack(key, line.time())).add(line);
    }

    private void addFlaw(Line.Reading.Bad bad) {
        flaws.merge(bad.flaw(), 1L, Long::sum);
        if (shown.size() < SHOWN) {
            shown.add(bad);
        }
    }
}
