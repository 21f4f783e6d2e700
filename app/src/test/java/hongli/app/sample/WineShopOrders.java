package hongli.app.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How the orders of the sample came about: by rules of thumb and no chance at all.
///
/// Forty-eight regulars find the shop one after the other over ten weeks. Each has a rhythm (every so
/// many days), a favourite wine, a second one for every third visit, and a habit of buying one to four
/// bottles, more for the new year. Every eleventh order comes back: a bottle of it, or the whole of it;
/// most within the week, a few later. Now and then somebody unknown buys a bottle, and a bottle is
/// poured for nothing at a tasting.
final class WineShopOrders {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 90;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> MEMBERS = List.of(
            "王芳", "李伟", "张敏", "刘洋", "陈静", "杨帆", "赵磊", "黄丽", "周涛", "吴霞", "徐强", "孙悦", "马超", "朱琳", "胡军", "郭颖", "何平", "林岚",
            "罗勇", "梁晨", "宋佳", "郑凯", "谢婷", "韩冰", "唐果", "冯远", "于航", "董洁", "萧然", "程诺", "曹阳", "袁野", "邓超群", "许诺言", "傅雅",
            "沈默", "曾黎", "彭湃", "吕布衣", "苏晓", "卢照", "蒋欣然", "蔡明月", "贾小鱼", "丁香", "魏来", "薛白", "叶知秋");
    private static final List<String> WINES =
            List.of("宁夏赤霞珠", "烟台霞多丽", "怀来马瑟兰", "桃红起泡", "冰酒半瓶", "十年陈酿", "家常干红", "新疆西拉");
    private static final List<String> PRICES =
            List.of("128.00", "98.00", "168.00", "88.80", "158.50", "368.00", "49.90", "108.00");

    private final List<Row> rows = new ArrayList<>();

    private record Row(
            LocalDateTime time, int sequence, String order, String member, int wine, int bottles, String price) {
        String text() {
            return "%s,%s,%s,%s,%d,%s".formatted(order, member, time.format(MINUTES), WINES.get(wine), bottles, price);
        }
    }

    private WineShopOrders() {}

    /// The whole file.
    static String csv() {
        var orders = new WineShopOrders();
        for (int member = 0; member < MEMBERS.size(); member++) {
            orders.visits(member);
        }
        orders.strangers();
        orders.rows.sort(Comparator.comparing(Row::time).thenComparingInt(Row::sequence));
        var text = new StringBuilder("订单号,会员,下单时间,酒款,瓶数,单价\n");
        orders.rows.forEach(row -> text.append(row.text()).append('\n'));
        return text.toString();
    }

    private void visits(int member) {
        int arrival = member * member % 70;
        int rhythm = 5 + member * 7 % 11;
        int visit = 0;
        for (int day = arrival; day < DAYS; day += rhythm + visit % 3) {
            visit++;
            buy(member, day, visit);
        }
    }

    private void buy(int member, int day, int visit) {
        String order = "W%02d%02d".formatted(member + 1, visit);
        LocalDateTime time = FIRST.plusDays(day).atTime(10 + (member + visit * 3) % 11, member * 13 % 60);
        int favourite = member % WINES.size();
        boolean holiday = day >= 40 && day < 47;
        int bottles = 1 + (member + visit) % 4 + (holiday ? 3 : 0);
        add(time, order, MEMBERS.get(member), favourite, bottles);
        if (visit % 3 == 0) {
            add(time, order, MEMBERS.get(member), (favourite + visit) % WINES.size(), 1 + visit % 2);
        }
        int number = member * 5 + visit;
        if (number % 11 == 0) {
            boolean whole = number % 2 == 0;
            LocalDateTime back = time.plusDays(number % 3 == 0 ? 9 : 3).withHour(15);
            if (back.isBefore(FIRST.plusDays(DAYS).atStartOfDay())) {
                add(back, order, MEMBERS.get(member), favourite, whole ? -bottles : -1);
            }
        }
    }

    private void strangers() {
        for (int day = 4; day < DAYS; day += 12) {
            add(FIRST.plusDays(day).atTime(18, 30), "G%02d".formatted(day), "", day % WINES.size(), 1);
        }
        LocalDateTime tasting = FIRST.plusDays(30).atTime(19, 0);
        rows.add(new Row(tasting, rows.size(), "T01", MEMBERS.get(0), 5, 1, "0.00"));
    }

    private void add(LocalDateTime time, String order, String member, int wine, int bottles) {
        rows.add(new Row(time, rows.size(), order, member, wine, bottles, PRICES.get(wine)));
    }
}
