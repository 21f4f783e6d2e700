package hongli.app.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The days along the foot of a chart, and those whose dates are written.
///
/// @param first the first of them
/// @param count how many
record Days(LocalDate first, int count) {
    private static final int LABELS = 7;

    double place(int day, double from, double to) {
        return count == 1 ? (from + to) / 2 : from + (to - from) * day / (count - 1);
    }

    /// Days to be labelled: firsts of months where there are enough, else evenly spread.
    List<Integer> labelled() {
        List<Integer> months = firstsOfMonths();
        if (months.size() >= LABELS - 2) {
            int every = Math.ceilDiv(months.size(), LABELS);
            List<Integer> some = new ArrayList<>();
            for (int i = 0; i < months.size(); i += every) {
                some.add(months.get(i));
            }
            return some;
        }
        List<Integer> even = new ArrayList<>();
        int labels = Math.min(LABELS, count);
        for (int i = 0; i < labels; i++) {
            even.add(labels == 1 ? 0 : i * (count - 1) / (labels - 1));
        }
        return even;
    }

    String label(int day) {
        LocalDate date = first.plusDays(day);
        return firstsOfMonths().size() >= LABELS - 2
                ? date.toString().substring(0, 7)
                : date.toString().substring(5);
    }

    private List<Integer> firstsOfMonths() {
        List<Integer> firsts = new ArrayList<>();
        for (LocalDate date = first.withDayOfMonth(1); ; date = date.plusMonths(1)) {
            long day = ChronoUnit.DAYS.between(first, date);
            if (day >= count) {
                return firsts;
            }
            if (day >= 0) {
                firsts.add((int) day);
            }
        }
    }
}
