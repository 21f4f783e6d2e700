package hongli.app.backtest;

import hongli.app.chart.Markup;
import hongli.app.console.Text;
import java.util.List;

/// A table of a page: the first column is words, the others are figures.
final class Table {
    private final StringBuilder html = new StringBuilder("<div class=\"table\"><table>\n");

    Table(List<Text> names) {
        html.append("<thead><tr>");
        names.forEach(name -> html.append("<th>").append(Markup.both(name)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
    }

    Table row(String first, List<String> figures) {
        html.append("<tr><td>").append(Markup.escaped(first)).append("</td>");
        figures.forEach(figure -> html.append("<td class=\"figure\">")
                .append(Markup.escaped(figure))
                .append("</td>"));
        html.append("</tr>\n");
        return this;
    }

    String html() {
        return html + "</tbody></table></div>\n";
    }
}
