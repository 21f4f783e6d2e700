package hongli.app.serve;

import hongli.app.console.Console;
import hongli.app.demo.Cast;
import hongli.ledger.wire.TermsJson;
import hongli.mall.programme.Programmes;
import hongli.mall.sandbox.Nature;
import hongli.mall.staff.OneTime;
import java.util.Optional;

/// What is said when the house opens: where to look, as whom, and what to try.
final class Welcome {
    private final Console console;

    Welcome(Console console) {
        this.console = console;
    }

    void opening(HouseSettings settings) {
        String place = settings.databaseUrl() == null ? settings.folder().toString() : "PostgreSQL";
        both("正在启动，数据在 " + place + " …", "starting; data in " + place + " …");
    }

    void open(HouseSettings settings, int port, Nature nature) {
        String host = settings.address().isAnyLocalAddress()
                ? "127.0.0.1"
                : settings.address().getHostAddress();
        String address = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        boolean guarded = settings.token() != null;
        console.out().println();
        both(
                "红利已开门： " + address + "/   控制台： " + address + "/console/",
                "Hongli is open: " + address + "/   console: " + address + "/console/");
        if (guarded) {
            both(
                    "  计划的接口要口令：请求须带 Authorization: Bearer <口令>；控制台须登录",
                    "  programmes ask for the token, sent as Authorization: Bearer <token>; the console for a log-in");
        } else {
            both(
                    "  计划的接口在本机不要口令（只监听本机）；控制台须登录",
                    "  programmes ask for no token on this machine; the console asks for a log-in");
        }
        if (nature != Nature.DEMO) {
            sample(address, guarded);
        }
        both("  接口说明： " + address + "/api/   停止：Ctrl-C", "  API: " + address + "/api/   stop: Ctrl-C");
    }

    private void sample(String address, boolean guarded) {
        both("  试试接口，载入样例计划：", "  try the interface, with a sample programme:");
        String header = guarded ? " -H \"Authorization: Bearer $HONGLI_TOKEN\"" : "";
        console.out()
                .println("    curl -X POST" + header + " -H 'Content-Type: application/json' -d '{}' " + address
                        + "/api/v1/sample");
        console.out().println("    curl" + header + " " + address + "/api/v1/programmes/wine-shop");
    }

    /// Says what the mall is, and who may run it: the first operator's password is told nowhere else.
    ///
    /// @param fresh whether its programme was opened just now
    void mall(MallStore shop, Optional<OneTime> operator, boolean fresh) {
        if (shop.nature().isSandbox()) {
            both(
                    "  ※ 沙盒：付款、打款、短信都是模拟的，没有真钱进出；时钟可以由平台管理员向前拨",
                    "  * sandbox: payments, payouts and messages are played, no real money moves; operators can set"
                            + " the clock forward");
        }
        if (fresh && shop.nature() == Nature.EARNEST) {
            programme(shop);
        }
        operator.ifPresent(this::firstOperator);
        if (shop.nature() == Nature.DEMO) {
            demo();
        }
    }

    private void programme(MallStore shop) {
        Programmes.Fed fed = shop.mall().programme().programmes().fed();
        fed.terms()
                .ifPresent(terms -> both(
                        "  权益计划 " + fed.id().text() + " 已按通常条款开立；在有会员之前可在管理台换成自己的：" + TermsJson.text(terms),
                        "  the programme " + fed.id().text() + " is open with the usual terms; until there are members"
                                + " operators may choose others"));
    }

    private void firstOperator(OneTime oneTime) {
        both(
                "  商城管理员： 登录名 " + oneTime.login() + "，一次性口令 " + oneTime.password() + "（首次登录须改）",
                "  operator of the mall: login " + oneTime.login() + ", one-time password " + oneTime.password()
                        + " (to be changed at first login)");
    }

    private void demo() {
        both(
                "  演示账号，口令都是 " + Cast.PASSWORD + "：",
                "  accounts of the demo, all with the password " + Cast.PASSWORD + ":");
        for (Cast.Account account : Cast.accounts()) {
            console.out()
                    .printf(
                            "    %-26s %s · %s%n",
                            account.login(), account.text().zh(), account.text().en());
        }
    }

    private void both(String zh, String en) {
        console.out().println(zh);
        console.out().println(en);
    }
}
