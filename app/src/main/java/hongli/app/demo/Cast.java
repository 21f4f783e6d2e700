package hongli.app.demo;

import hongli.app.console.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Who is in a demo: those with an account to try, and names for the others.
public final class Cast {
    /// The password of all accounts; a demo has nothing to lose.
    public static final String PASSWORD = "hongli-demo";

    static final String FINANCE = "finance";
    static final String REVIEW = "review";

    /// The members with an account: each was brought by the one before.
    static final List<Person> MEMBERS = List.of(
            new Person("林小满", "xiaoman@example.com"),
            new Person("陈一诺", "yinuo@example.com"),
            new Person("周予安", "yuan@example.com"));

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑罗梁谢宋唐许邓冯韩曹";
    private static final List<String> NAMES = List.of(
            "思远", "子涵", "雨桐", "浩然", "若曦", "明轩", "欣怡", "俊杰", "诗琪", "嘉树", "晓峰", "静怡", "文博", "雅静", "志强", "慧敏", "天宇", "梦洁",
            "建国", "秀兰", "海燕", "立新", "春梅", "国栋", "佳宁", "安然", "景行", "知夏", "一帆", "可欣");

    private Cast() {}

    /// Somebody with a login.
    record Person(String name, String login) {}

    /// An account to try.
    ///
    /// @param text who it is
    public record Account(String login, Text text) {}

    /// All accounts, those of the console first.
    public static List<Account> accounts() {
        return List.of(
                new Account("admin", new Text("平台管理员，全部权限", "operator, may do everything")),
                new Account(FINANCE, new Text("平台财务：账单、提现、对账", "operator for bills, withdrawals, reconciliation")),
                new Account(
                        REVIEW, new Text("平台审核：商品、售后、账单复核", "operator for goods, after-sales, second look at bills")),
                new Account(Premises.WINE.login(), new Text("商家 " + Premises.WINE.name(), "merchant, wine")),
                new Account(Premises.TEA.login(), new Text("商家 " + Premises.TEA.name(), "merchant, tea and fruit")),
                new Account(Premises.OWN.login(), new Text("自营店员", "clerk of the platform's own shop")),
                new Account(MEMBERS.get(0).login(), new Text("会员林小满，推荐了不少人", "member who brought many")),
                new Account(MEMBERS.get(1).login(), new Text("会员陈一诺", "member")),
                new Account(MEMBERS.get(2).login(), new Text("会员周予安", "member")));
    }

    /// A name for somebody without an account.
    static String name(SplittableRandom random) {
        return SURNAMES.charAt(random.nextInt(SURNAMES.length())) + NAMES.get(random.nextInt(NAMES.size()));
    }

    /// What buyers say of what they bought.
    static String opinion(int stars, SplittableRandom random) {
        List<String> words = stars >= 5
                ? List.of("包装很用心，和描述一样。", "第二次买了，家里人都喜欢。", "物流快，品质很好。", "味道不错，会再来。", "送朋友也拿得出手。")
                : stars == 4
                        ? List.of("整体满意，包装可以再结实一点。", "不错，就是发货慢了一天。", "好用，颜色比图片略深。")
                        : List.of("一般，没有想象中那么好。", "有一件磕碰了，客服处理得还算及时。");
        return words.get(random.nextInt(words.size()));
    }

    static List<String> regions() {
        return new ArrayList<>(List.of(
                "浙江省/杭州市/西湖区",
                "上海市/上海市/徐汇区",
                "广东省/深圳市/南山区",
                "北京市/北京市/朝阳区",
                "四川省/成都市/武侯区",
                "江苏省/南京市/鼓楼区",
                "湖北省/武汉市/洪山区",
                "福建省/厦门市/思明区"));
    }
}
