package hongli.app.chart;

import hongli.app.console.Text;

/// The size of a drawing, its lines across, and the words around it.
final class Frame {
    static final double WIDTH = 720;
    static final double HEIGHT = 240;
    static final double LEFT = 74;
    static final double RIGHT = 704;
    static final double TOP = 14;
    static final double BOTTOM = 206;

    private Frame() {}

    static String open(Text title) {
        return "<svg viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">%n"
                .formatted(Markup.place(WIDTH), Markup.place(HEIGHT), Markup.escaped(title.zh() + " / " + title.en()));
    }

    /// The lines across and what each stands for.
    static String grid(Scale scale) {
        var drawing = new StringBuilder();
        for (double mark : scale.marks()) {
            String y = Markup.place(scale.place(mark));
            drawing.append(
                    "<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>".formatted(LEFT, RIGHT, y, y));
            drawing.append("<text class=\"axis\" x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>%n"
                    .formatted(Markup.place(LEFT - 8), Markup.place(scale.place(mark) + 4), scale.label(mark)));
        }
        return drawing.toString();
    }

    static String foot(double x, String label, String anchor) {
        return "<text class=\"axis\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>%n"
                .formatted(Markup.place(x), Markup.place(BOTTOM + 20), anchor, label);
    }
}
