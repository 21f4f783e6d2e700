package hongli.app.chart;

import hongli.app.console.Text;
import java.util.List;

/// Columns of two parts, one on the other: what is there already, and what would come.
public record StackChart(Text title, List<Column> columns) {
    /// One column.
    ///
    /// @param label beneath it
    /// @param lower the part at the foot
    /// @param upper the part on top
    /// @param words what is shown when it is pointed at
    public record Column(String label, double lower, double upper, Text words) {}

    public StackChart {
        columns = List.copyOf(columns);
    }

    /// The drawing.
    public String svg() {
        double largest = columns.stream()
                .mapToDouble(column -> column.lower() + column.upper())
                .max()
                .orElse(0);
        Scale scale = Scale.of(largest, Frame.BOTTOM, Frame.TOP);
        var drawing = new StringBuilder(Frame.open(title)).append(Frame.grid(scale));
        double room = (Frame.RIGHT - Frame.LEFT) / columns.size();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double middle = Frame.LEFT + room * (i + 0.5);
            double width = room * 0.62;
            drawing.append("<g><title>%s</title>"
                    .formatted(Markup.escaped(
                            column.words().zh() + "\n" + column.words().en())));
            drawing.append(part("bar", middle - width / 2, width, scale.place(0), scale.place(column.lower())));
            drawing.append(part(
                    "bar upper",
                    middle - width / 2,
                    width,
                    scale.place(column.lower()),
                    scale.place(column.lower() + column.upper())));
            drawing.append("</g>\n").append(Frame.foot(middle, Markup.escaped(column.label()), "middle"));
        }
        return drawing.append("</svg>\n").toString();
    }

    private static String part(String kind, double x, double width, double from, double to) {
        return "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                .formatted(
                        kind,
                        Markup.place(x),
                        Markup.place(to),
                        Markup.place(width),
                        Markup.place(Math.max(0, from - to)));
    }
}
