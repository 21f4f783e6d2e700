package hongli.app.backtest;

import hongli.app.backtest.OrderFigures.Count;
import hongli.app.console.Language;
import hongli.app.console.Text;
import hongli.economy.Totals;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a backtest found out, as lines of text with every number and its unit, and what was left out.
final class Summary {
    private static final int MERCHANTS_SHOWN = 10;

    private final String file;
    private final Findings findings;
    private final Language language;
    private final List<Text> lines = new ArrayList<>();

    /// @param file what the history was read from
    Summary(String file, Findings findings, Language language) {
        this.file = file;
        this.findings = findings;
        this.language = language;
    }

    /// The sentence that goes with every figure.
    static Text noPromise() {
        return new Text(
                "以上是把过去的订单套进规则后的计算结果；过去的订单不能说明将来，不构成任何收益承诺。",
                "This is arithmetic on past orders. Past orders say nothing about future ones; no return is promised.");
    }

    void print(PrintStream out) {
        lines().forEach(line -> out.println(line.in(language)));
    }

    /// All lines, in both languages.
    List<Text> lines() {
        lines.clear();
        read();
        orders();
        returns();
        programme();
        members();
        lines.add(noPromise());
        return List.copyOf(lines);
    }

    private void read() {
        History history = findings.history();
        say(
                "读入 %s：%s 行数据，金额一律按元计",
                "Read %s: %s lines of data; amounts are taken as yuan whatever their currency",
                file,
                count(history.lines()));
        long bad = history.flaws().values().stream().mapToLong(Long::longValue).sum();
        if (bad > 0) {
            say("  坏行（跳过）：%s 行", "  bad lines, passed over: %s", count(bad));
            history.flaws()
                    .forEach((flaw, number) -> lines.add(new Text(
                            "    " + flaw.text().zh() + "：" + number,
                            "    " + flaw.text().en() + ": " + number)));
            history.shown()
                    .forEach(line -> lines.add(new Text(
                            "    第 %d 行：%s：%s"
                                    .formatted(line.number(), line.flaw().text().zh(), line.found()),
                            "    line %d: %s: %s"
                                    .formatted(line.number(), line.flaw().text().en(), line.found()))));
        }
        guests("购买", "bought", history.guestPurchases());
        guests("退货", "returned", history.guestReturns());
    }

    private void guests(String zh, String en, History.Sales sales) {
        if (sales.lines() > 0) {
            say(
                    "  无会员号的" + zh + "（不计入）：%s 行，%s 元",
                    "  without a member, " + en + ", left out: %s lines, %s yuan",
                    count(sales.lines()),
                    Figures.yuan(sales.amount()));
        }
    }

    private void orders() {
        OrderFigures orders = findings.orders();
        say(
                "结算 %s 单，%s 元；购买后 %s 天结算，时区 %s",
                "Settled %s orders, %s yuan; settled %s days after purchase, time zone %s",
                count(orders.settled().number()),
                Figures.yuan(orders.settled().amount()),
                findings.settleAfter(),
                findings.zone());
        counted("  金额为零的订单（跳过）：%s 单", "  orders worth nothing, passed over: %s", orders.worthless());
        amounted(
                "  合计不是整分的订单：%s 单，按整单四舍五入到分，共差 %s 元",
                "  orders rounded to whole fen, once for the whole order, half up: %s, by %s yuan in all",
                orders.rounded());
        orders.refused()
                .forEach((code, number) ->
                        say("  计划拒绝：%s × %s", "  refused by the programme: %s × %s", code, count(number)));
        Map<String, History.Sales> merchants = findings.history().merchants();
        if (!merchants.isEmpty()) {
            say("  商家 %s 家，按销售额（未扣退货）：", "  %s merchants, by sales before returns:", count(merchants.size()));
            merchants.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<String, History.Sales> entry) ->
                                    entry.getValue().amount())
                            .reversed())
                    .limit(MERCHANTS_SHOWN)
                    .forEach(entry -> say(
                            "    %s：%s 行，%s 元",
                            "    %s: %s lines, %s yuan",
                            entry.getKey(),
                            count(entry.getValue().lines()),
                            Figures.yuan(entry.getValue().amount())));
        }
    }

    private void returns() {
        ReturnFigures returns = findings.returns();
        if (returns.returns().number() == 0) {
            return;
        }
        say(
                "退货 %s 笔，%s 元",
                "Returns: %s, %s yuan",
                count(returns.returns().number()),
                Figures.yuan(returns.returns().amount()));
        amounted("  按订单号找到原单：%s 项，%s 元", "  found by order number: %s, %s yuan", returns.way(Matching.Way.SAME_NUMBER));
        amounted(
                "  按会员与金额找到原单：%s 项，%s 元",
                "  found by member and amount: %s, %s yuan", returns.way(Matching.Way.SAME_TOTAL));
        amounted(
                "  按会员与货品找到原单：%s 项，%s 元",
                "  found by member and goods: %s, %s yuan", returns.way(Matching.Way.SAME_GOODS));
        amounted(
                "  找不到原单（不作处理）：%s 项，%s 元",
                "  without an order they fit, left alone: %s, %s yuan", returns.way(Matching.Way.NOT_FOUND));
        amounted(
                "  结算前全退、从未结算：%s 单，%s 元",
                "  returned whole before settlement, never settled: %s orders, %s yuan", returns.neverSettled());
        amounted(
                "  结算前部分退、按余额结算：%s 单，退 %s 元",
                "  returned in part before settlement, the rest settled: %s orders, %s yuan back", returns.reduced());
        amounted("  结算后全退、已冲正：%s 单，%s 元", "  reversed whole after settlement: %s orders, %s yuan", returns.reversed());
        amounted(
                "  结算后部分退、无法冲正（冲正只能整单）：%s 单，%s 元",
                "  returned in part after settlement, not taken back (a reversal is whole): %s orders, %s yuan",
                returns.partial());
    }

    private void programme() {
        Totals totals = findings.totals();
        if (findings.days().isEmpty()) {
            say("没有可结算的订单", "No orders to settle");
            return;
        }
        say(
                "期间 %s 至 %s，共 %s 天，每天零点日结",
                "From %s to %s, %s days, each closed at midnight",
                findings.days().getFirst().date(),
                findings.days().getLast().date(),
                count(findings.days().size()));
        say(
                "  积分价格 %s 元，资金池 %s 元，流通 %s 积分",
                "  price %s yuan a point, pool %s yuan, circulating %s points",
                totals.price(),
                Figures.yuan(totals.pool()),
                Figures.points(totals.circulating()));
        say(
                "  发放分红 %s 元，待分 %s 元",
                "  dividends paid %s yuan, waiting %s yuan", Figures.yuan(dividends()), Figures.yuan(waiting(totals)));
        say(
                "  冲正未能追回 %s 元，平台余留 %s 元",
                "  not got back by reversals %s yuan, operator's remainder %s yuan",
                Figures.yuan(totals.reversalShortfall()),
                Figures.yuan(totals.residual()));
    }

    private void members() {
        Money spent = sum(MemberFigures::spent);
        Money received = sum(MemberFigures::received);
        Money leaving = sum(MemberFigures::leaving);
        say(
                "会员 %s 人，消费 %s 元",
                "%s members spent %s yuan", count(findings.members().size()), Figures.yuan(spent));
        say(
                "  已到账（分红与强制卖出）%s 元，占消费 %s",
                "  received (dividends and forced sales) %s yuan, %s of it",
                Figures.yuan(received),
                Figures.percent(received, spent));
        say(
                "  若今天全部离场，按入会先后回购，另得 %s 元，占消费 %s",
                "  if all left today, bought back in order of joining, %s yuan more, %s of it",
                Figures.yuan(leaving),
                Figures.percent(leaving, spent));
        long whole = findings.members().stream()
                .filter(member -> member.inAll().compareTo(member.spent()) >= 0
                        && member.spent().fen() > 0)
                .count();
        say("  两项合计不低于其消费的会员 %s 人", "  members whose two sums reach what they spent: %s", count(whole));
    }

    /// All dividends of all days.
    PicoFen dividends() {
        return new PicoFen(
                findings.days().stream().map(day -> day.dividend().count()).reduce(Wide.ZERO, Wide::plus));
    }

    private static PicoFen waiting(Totals totals) {
        return new PicoFen(totals.fixedFund().count().plus(totals.tierFund().count()));
    }

    private Money sum(Function<MemberFigures, Money> part) {
        return new Money(findings.members().stream()
                .mapToLong(member -> part.apply(member).fen())
                .sum());
    }

    private void counted(String zh, String en, long number) {
        if (number > 0) {
            say(zh, en, count(number));
        }
    }

    private void amounted(String zh, String en, Count counted) {
        if (counted.number() > 0) {
            say(zh, en, count(counted.number()), Figures.yuan(counted.amount()));
        }
    }

    private void say(String zh, String en, Object... values) {
        lines.add(new Text(filled(zh, values), filled(en, values)));
    }

    /// `text` with its marks `%s` replaced, one after the other.
    private static String filled(String text, Object... values) {
        var filled = new StringBuilder();
        String[] parts = text.split("%s", -1);
        for (int i = 0; i < parts.length; i++) {
            filled.append(i == 0 ? "" : values[i - 1]).append(parts[i]);
        }
        return filled.toString();
    }

    private static String count(long number) {
        return Figures.count(number);
    }
}
