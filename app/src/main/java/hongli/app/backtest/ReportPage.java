package hongli.app.backtest;

import hongli.app.chart.DayChart;
import hongli.app.chart.Markup;
import hongli.app.console.Language;
import hongli.app.console.Text;
import hongli.economy.terms.TermsWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What a backtest found out, as one page that needs nothing else: charts, tables and every line of the summary.
final class ReportPage {
    private static final double FEN = 100;

    private final String file;
    private final Findings findings;
    private final Language language;
    private final StringBuilder html = new StringBuilder();

    ReportPage(String file, Findings findings, Language language) {
        this.file = file;
        this.findings = findings;
        this.language = language;
    }

    /// The page, in UTF-8, showing `language` first.
    String html() {
        html.setLength(0);
        html.append("<!doctype html>\n<html lang=\"")
                .append(language.code())
                .append("\">\n<head><meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<title>红利回测 Hongli backtest: ")
                .append(Markup.escaped(file))
                .append("</title>\n");
        html.append("<style>\n").append(resource("report.css")).append("</style></head>\n<body>\n");
        opening();
        if (!findings.days().isEmpty()) {
            tiles();
            days();
            html.append(new MemberSections(findings.members()).html());
        }
        details();
        html.append("<footer><p>").append(Markup.both(Summary.noPromise())).append("</p></footer>\n");
        html.append("<script>\n").append(resource("report.js")).append("</script></body></html>\n");
        return html.toString();
    }

    private void opening() {
        html.append("<header><button type=\"button\" id=\"language\">")
                .append("<span lang=\"zh\">English</span><span lang=\"en\">中文</span></button>\n<h1>");
        say("历史订单回测", "Backtest of past orders");
        html.append("</h1><p class=\"what\">").append(Markup.escaped(file));
        if (!findings.days().isEmpty()) {
            html.append(" · ")
                    .append(findings.days().getFirst().date())
                    .append(" – ")
                    .append(findings.days().getLast().date())
                    .append(" · ")
                    .append(Markup.escaped(findings.zone().toString()));
        }
        html.append("</p><p class=\"promise\">")
                .append(Markup.both(Summary.noPromise()))
                .append("</p></header>\n");
    }

    private void tiles() {
        Group all = Group.of(findings.members());
        var totals = findings.totals();
        html.append("<section class=\"tiles\">\n");
        tile("结算订单", "Orders settled", Figures.count(findings.orders().settled().number()), "单", "orders");
        tile("结算金额", "Settled", Figures.yuan(findings.orders().settled().amount()), "元", "yuan");
        tile("会员", "Members", Figures.count(findings.members().size()), "人", "people");
        tile("积分价格", "Price", totals.price().toString(), "元/积分", "yuan a point");
        tile("资金池", "Pool", Figures.yuan(totals.pool()), "元", "yuan");
        tile("流通积分", "Circulating", Figures.points(totals.circulating()), "积分", "points");
        tile(
                "会员已得",
                "Received by members",
                Figures.yuan(all.received()),
                "元，占消费 " + Figures.percent(all.received(), all.spent()),
                "yuan, " + Figures.percent(all.received(), all.spent()) + " of spending");
        tile(
                "全部离场另得",
                "More if all left",
                Figures.yuan(all.leaving()),
                "元，占消费 " + Figures.percent(all.leaving(), all.spent()),
                "yuan, " + Figures.percent(all.leaving(), all.spent()) + " of spending");
        html.append("</section>\n");
    }

    private void tile(String zh, String en, String figure, String zhUnit, String enUnit) {
        html.append("<div><h3>");
        say(zh, en);
        html.append("</h3><p><b>").append(figure).append("</b> <small>");
        say(zhUnit, enUnit);
        html.append("</small></p></div>\n");
    }

    private void days() {
        html.append("<section class=\"charts\">\n");
        chart(
                new Text("积分价格（元/积分，每日日结后）", "Price (yuan a point, after each day's close)"),
                day -> (double) day.price().fen() / day.price().micro() * 1e4,
                day -> new Text(day.price() + " 元/积分", day.price() + " yuan a point"),
                false);
        chart(
                new Text("资金池（元）", "Pool (yuan)"),
                day -> day.pool().fen() / FEN,
                day -> yuan(Figures.yuan(day.pool())),
                false);
        chart(
                new Text("流通积分（积分，含发起人积分）", "Circulating (points, the founder's among them)"),
                day -> day.circulating().micro() / 1e6,
                day -> new Text(
                        Figures.points(day.circulating()) + " 积分", Figures.points(day.circulating()) + " points"),
                false);
        chart(
                new Text("每日分红（元）", "Dividends of each day (yuan)"),
                day -> Figures.exact(day.dividend()).doubleValue(),
                day -> yuan(Figures.yuan(day.dividend())),
                true);
        html.append("</section>\n");
    }

    private static Text yuan(String figure) {
        return new Text(figure + " 元", figure + " yuan");
    }

    private void chart(Text title, ToDoubleFunction<DayFigures> value, Function<DayFigures, Text> words, boolean bars) {
        List<Double> values =
                findings.days().stream().mapToDouble(value).boxed().toList();
        var chart = new DayChart(
                title,
                findings.days().getFirst().date(),
                values,
                findings.days().stream().map(words).toList(),
                bars);
        html.append(Markup.figure(title, chart.svg()));
    }

    private void details() {
        html.append("<section class=\"details\"><h2>");
        say("读入、退货与结果", "What was read, returned and found");
        html.append("</h2><ul>\n");
        for (Text line : new Summary(file, findings, language).lines()) {
            String kind = line.zh().startsWith("    ") ? "third" : line.zh().startsWith("  ") ? "second" : "first";
            html.append("<li class=\"")
                    .append(kind)
                    .append("\">")
                    .append(Markup.both(new Text(line.zh().strip(), line.en().strip())))
                    .append("</li>\n");
        }
        html.append("</ul><h2>");
        say("计划参数", "Terms of the programme");
        html.append("</h2>\n");
        var table = new Table(List.of(new Text("参数", "Parameter"), new Text("值", "Value")));
        TermsWriter.fields(findings.terms()).forEach((name, value) -> table.row(name, List.of(String.valueOf(value))));
        html.append(table.html()).append("</section>\n");
    }

    private void say(String zh, String en) {
        html.append(Markup.both(new Text(zh, en)));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
