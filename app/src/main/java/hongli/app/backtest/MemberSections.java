package hongli.app.backtest;

import hongli.app.chart.Curve;
import hongli.app.chart.Markup;
import hongli.app.chart.StackChart;
import hongli.app.console.Text;
import hongli.economy.exact.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The parts of the report on members: what they received against what they spent, and what each would get on leaving.
final class MemberSections {
    private static final int MOST_MEMBERS = 20;
    private static final double FEN = 100;
    private static final List<Integer> SHARES = List.of(1, 5, 10, 20, 50, 100);
    private static final Text PER_HUNDRED = new Text("每消费 100 元所得（元）", "Yuan for each 100 yuan spent");

    private final List<MemberFigures> members;
    private final StringBuilder html = new StringBuilder();

    /// @param members in order of joining
    MemberSections(List<MemberFigures> members) {
        this.members = List.copyOf(members);
    }

    String html() {
        html.setLength(0);
        groups();
        leaving();
        return html.toString();
    }

    private void groups() {
        html.append("<section><h2>");
        say("会员所得与消费", "What members received against what they spent");
        html.append("</h2><p>");
        say(
                "会员分成人数相同的十组。先入会者以较低的价格得到积分，所以两种分法都给出。",
                "Members in ten groups of the same size. Who joined early got points at a lower price; hence both"
                        + " ways to group.");
        html.append("</p>\n<p class=\"key\"><i></i>");
        say("已到账（分红与强制卖出）", "received already, by dividends and forced sales");
        html.append("<i class=\"upper\"></i>");
        say("若今天全部离场另得", "more if all left today");
        html.append("</p>\n<div class=\"charts\">\n");
        List<MemberFigures> bySpending = members.stream()
                .sorted(Comparator.comparing(MemberFigures::spent).reversed())
                .toList();
        groups(new Text("按消费从多到少", "By spending, most first"), Group.tenths(bySpending));
        groups(new Text("按入会从早到晚", "By joining, earliest first"), Group.tenths(members));
        html.append("</div></section>\n");
    }

    private void groups(Text order, List<Group> groups) {
        Text title = new Text(
                order.zh() + "：" + PER_HUNDRED.zh(),
                order.en() + ": " + PER_HUNDRED.en().toLowerCase(Locale.ROOT));
        var table = new Table(List.of(
                new Text("组", "Group"),
                new Text("人数", "Members"),
                new Text("消费（元）", "Spent (yuan)"),
                new Text("已得（元）", "Received (yuan)"),
                new Text("离场另得（元）", "If all left (yuan)"),
                new Text("合计占消费", "Both, of spent")));
        List<StackChart.Column> columns = new ArrayList<>();
        for (Group group : groups) {
            String number = String.valueOf(columns.size() + 1);
            String share = Figures.percent(
                    new Money(group.received().fen() + group.leaving().fen()), group.spent());
            columns.add(new StackChart.Column(
                    number,
                    group.ofHundred(group.received()),
                    group.ofHundred(group.leaving()),
                    new Text(
                            "第 " + number + " 组：合计占消费 " + share,
                            "group " + number + ": both are " + share + " of spending")));
            table.row(
                    number,
                    List.of(
                            Figures.count(group.members()),
                            Figures.yuan(group.spent()),
                            Figures.yuan(group.received()),
                            Figures.yuan(group.leaving()),
                            share));
        }
        html.append("<div>");
        html.append(Markup.figure(title, new StackChart(title, columns).svg()));
        html.append(table.html()).append("</div>\n");
    }

    private void leaving() {
        html.append("<section><h2>");
        say("若今天全部离场", "If all left today");
        html.append("</h2><p>");
        say(
                "按入会先后，每人依次回购全部积分；手续费留在资金池，途中的强制卖出也计入。这一步在副本上计算，不改变以上数字。没有资金池的计划不能回购，此处为零。",
                "One after another, in order of joining, each has all points bought back; fees stay in the"
                        + " pool, and sales forced on the way count too."
                        + " Reckoned on a copy: the figures above stay. A programme without pool buys nothing"
                        + " back, so all is zero.");
        html.append("</p>\n");
        List<MemberFigures> most = members.stream()
                .sorted(Comparator.comparing(MemberFigures::leaving).reversed())
                .toList();
        Text title = new Text("每位会员另得（元），从多到少", "More for each member (yuan), most first");
        Text foot = new Text(
                "从所得最多的会员到最少的，共 " + Figures.count(most.size()) + " 人",
                "from the member with the most to the one with the least, " + Figures.count(most.size()) + " in all");
        List<Double> values =
                most.stream().map(member -> member.leaving().fen() / FEN).toList();
        html.append("<div class=\"charts\">\n");
        html.append(Markup.figure(title, new Curve(title, values, foot).svg()));
        html.append(shares(most)).append("</div>\n");
        html.append(table(most)).append("</section>\n");
    }

    private static String table(List<MemberFigures> mostFirst) {
        var table = new Table(List.of(
                new Text("会员", "Member"),
                new Text("消费（元）", "Spent (yuan)"),
                new Text("已得（元）", "Received (yuan)"),
                new Text("现有积分", "Points now"),
                new Text("离场另得（元）", "If all left (yuan)"),
                new Text("合计占消费", "Both, of spent")));
        mostFirst.stream()
                .limit(MOST_MEMBERS)
                .forEach(member -> table.row(
                        member.member(),
                        List.of(
                                Figures.yuan(member.spent()),
                                Figures.yuan(member.received()),
                                Figures.points(member.points()),
                                Figures.yuan(member.leaving()),
                                Figures.percent(member.inAll(), member.spent()))));
        return table.html();
    }

    /// How much of it the first of so many in a hundred have together.
    private static String shares(List<MemberFigures> mostFirst) {
        var table = new Table(List.of(
                new Text("所得最多的会员", "Members with the most"),
                new Text("人数", "Members"),
                new Text("离场另得（元）", "If all left (yuan)"),
                new Text("占全部", "Of all")));
        Money whole = Group.of(mostFirst).leaving();
        for (int percent : SHARES) {
            int count = Math.ceilDiv(mostFirst.size() * percent, 100);
            Money part = Group.of(mostFirst.subList(0, count)).leaving();
            table.row(percent + " %", List.of(Figures.count(count), Figures.yuan(part), Figures.percent(part, whole)));
        }
        return table.html();
    }

    private void say(String zh, String en) {
        html.append(Markup.both(new Text(zh, en)));
    }
}
