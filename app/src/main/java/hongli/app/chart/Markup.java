package hongli.app.chart;

import hongli.app.console.Text;

/// Text inside HTML and SVG.
public final class Markup {
    private Markup() {}

    /// `text` with the signs that mean something in markup written out.
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// Both languages, of which the page shows one.
    public static String both(String element, String attributes, Text text) {
        if (text.zh().equals(text.en())) {
            return "<%s %s>%s</%s>".formatted(element, attributes, escaped(text.zh()), element);
        }
        return "<%s lang=\"zh\" %s>%s</%s>".formatted(element, attributes, escaped(text.zh()), element)
                + "<%s lang=\"en\" %s>%s</%s>".formatted(element, attributes, escaped(text.en()), element);
    }

    /// Both languages in the running text of a page.
    public static String both(Text text) {
        return both("span", "", text);
    }

    /// A drawing under its title.
    public static String figure(Text title, String svg) {
        return "<figure><figcaption>" + both(title) + "</figcaption>\n" + svg + "</figure>\n";
    }

    /// A length or place in a drawing, with one decimal.
    static String place(double value) {
        return String.valueOf(Math.round(value * 10) / 10.0);
    }
}
