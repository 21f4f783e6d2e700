package hongli.app.chart;

import hongli.app.console.Text;
import java.util.List;

/// Values from the largest to the smallest, as a curve.
///
/// @param foot what stands beneath its two ends
public record Curve(Text title, List<Double> values, Text foot) {
    private static final int POINTS = 600;

    public Curve {
        values = List.copyOf(values);
    }

    /// The drawing.
    public String svg() {
        Scale scale = Scale.of(values.isEmpty() ? 0 : values.getFirst(), Frame.BOTTOM, Frame.TOP);
        var path = new StringBuilder();
        int points = Math.min(POINTS, values.size());
        for (int point = 0; point < points; point++) {
            int index = points == 1 ? 0 : (int) ((long) point * (values.size() - 1) / (points - 1));
            double x = Frame.LEFT + (Frame.RIGHT - Frame.LEFT) * (index + 0.5) / values.size();
            path.append(point == 0 ? "M" : "L")
                    .append(Markup.place(x))
                    .append(' ')
                    .append(Markup.place(scale.place(values.get(index))));
        }
        return Frame.open(title)
                + Frame.grid(scale)
                + "<path class=\"line\" d=\"%s\"/>%n".formatted(path)
                + Markup.both("text", "class=\"axis\" x=\"%s\" y=\"%s\"".formatted(Frame.LEFT, Frame.BOTTOM + 20), foot)
                + "</svg>\n";
    }
}
