package hongli.app.chart;

import hongli.app.console.Text;
import java.time.LocalDate;
import java.util.List;

/// A value for each day: as a line over an area, or as bars. Pointing at a day shows its words.
///
/// @param words what is shown for each day
/// @param bars whether days stand apart, as what came in on a day does; else they are stations of one thing
public record DayChart(Text title, LocalDate first, List<Double> values, List<Text> words, boolean bars) {
    public DayChart {
        values = List.copyOf(values);
        words = List.copyOf(words);
        if (values.isEmpty() || values.size() != words.size()) {
            throw new IllegalArgumentException(
                    "days must have a value and words each: values=" + values.size() + ", words=" + words.size());
        }
    }

    /// The drawing.
    public String svg() {
        double largest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Scale scale = Scale.of(largest, Frame.BOTTOM, Frame.TOP);
        var days = new Days(first, values.size());
        var drawing = new StringBuilder(Frame.open(title)).append(Frame.grid(scale));
        for (int day : days.labelled()) {
            drawing.append(Frame.foot(x(days, day), days.label(day), anchor(day)));
        }
        drawing.append(bars ? bars(days, scale) : line(days, scale));
        for (int day = 0; day < values.size(); day++) {
            drawing.append(spot(days, day));
        }
        return drawing.append("</svg>\n").toString();
    }

    private String anchor(int day) {
        return day == 0 ? "start" : day == values.size() - 1 ? "end" : "middle";
    }

    private String line(Days days, Scale scale) {
        var path = new StringBuilder();
        for (int day = 0; day < values.size(); day++) {
            path.append(day == 0 ? "M" : "L")
                    .append(Markup.place(x(days, day)))
                    .append(' ')
                    .append(Markup.place(scale.place(values.get(day))));
        }
        String area = "%sL%s %sL%s %sZ"
                .formatted(
                        path,
                        Markup.place(x(days, values.size() - 1)),
                        Frame.BOTTOM,
                        Markup.place(x(days, 0)),
                        Frame.BOTTOM);
        return "<path class=\"area\" d=\"%s\"/><path class=\"line\" d=\"%s\"/>%n".formatted(area, path);
    }

    private String bars(Days days, Scale scale) {
        double width = Math.max(0.8, (Frame.RIGHT - Frame.LEFT) / values.size() * 0.7);
        var drawing = new StringBuilder();
        for (int day = 0; day < values.size(); day++) {
            double y = scale.place(values.get(day));
            if (values.get(day) > 0) {
                drawing.append("<rect class=\"bar\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>%n"
                        .formatted(
                                Markup.place(x(days, day) - width / 2),
                                Markup.place(y),
                                Markup.place(width),
                                Markup.place(Math.max(0.5, Frame.BOTTOM - y))));
            }
        }
        return drawing.toString();
    }

    /// The invisible strip of a day, which shows its words.
    private String spot(Days days, int day) {
        double width = (Frame.RIGHT - Frame.LEFT) / values.size();
        return "<rect class=\"spot\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"><title>%s</title></rect>%n"
                .formatted(
                        Markup.place(x(days, day) - width / 2),
                        Frame.TOP,
                        Markup.place(width),
                        Frame.BOTTOM - Frame.TOP,
                        Markup.escaped(first.plusDays(day) + "\n"
                                + words.get(day).zh() + "\n" + words.get(day).en()));
    }

    private static double x(Days days, int day) {
        return days.place(day, Frame.LEFT + 4, Frame.RIGHT - 4);
    }
}
