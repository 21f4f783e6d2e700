package hongli.app.chart;

import java.util.ArrayList;
import java.util.List;

/// Values from 0 to a round number, and where they stand between two ends of a drawing.
///
/// @param top the round number that the last mark bears
/// @param step between two marks
/// @param from where 0 stands
/// @param to where `top` stands
record Scale(double top, double step, double from, double to) {
    private static final int MARKS = 4;

    /// A scale on which `largest` has room, with about four marks.
    static Scale of(double largest, double from, double to) {
        double rough = Math.max(largest, 1e-9) / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
            step = factor * power;
            if (step >= rough) {
                break;
            }
        }
        return new Scale(Math.ceil(largest / step - 1e-9) * step, step, from, to);
    }

    double place(double value) {
        return top == 0 ? from : from + (to - from) * value / top;
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; i * step <= top * 1.000001; i++) {
            marks.add(i * step);
        }
        return marks;
    }

    /// What stands beside a mark: whole numbers apart by thousands, fractions only where the steps have them.
    String label(double mark) {
        if (step >= 1 && step == Math.rint(step)) {
            return "%,d".formatted(Math.round(mark));
        }
        int decimals = (int) Math.max(1, Math.ceil(-Math.log10(step) + 0.001));
        return ("%,." + decimals + "f").formatted(mark);
    }
}
