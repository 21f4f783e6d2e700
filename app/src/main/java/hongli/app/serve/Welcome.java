package hongli.app.serve;

import hongli.app.console.Console;
import hongli.mall.staff.OneTime;

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

    void open(HouseSettings settings, int port) {
        String host = settings.address().isAnyLocalAddress()
                ? "127.0.0.1"
                : settings.address().getHostAddress();
        String address = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        boolean guarded = settings.token() != null;
        console.out().println();
        both("红利已开门： " + address + "/", "Hongli is open: " + address + "/");
        if (guarded) {
            both(
                    "  用户：持口令者，请求须带 Authorization: Bearer <口令>",
                    "  user: whoever holds the token, sent as Authorization: Bearer <token>");
        } else {
            both("  用户：本机任何人，无需口令（只监听本机）", "  user: anyone on this machine, no token needed");
        }
        both("  试试：打开页面，点“载入样例”；或者：", "  try: open the page and load the sample; or:");
        String header = guarded ? " -H \"Authorization: Bearer $HONGLI_TOKEN\"" : "";
        console.out()
                .println("    curl -X POST" + header + " -H 'Content-Type: application/json' -d '{}' " + address
                        + "/api/v1/sample");
        console.out().println("    curl" + header + " " + address + "/api/v1/programmes/wine-shop");
        both("  接口说明： " + address + "/api/   停止：Ctrl-C", "  API: " + address + "/api/   stop: Ctrl-C");
    }

    /// Says the password of the first operator, which is told nowhere else.
    void firstOperator(OneTime oneTime) {
        both(
                "商城管理员： 登录名 " + oneTime.login() + "，一次性口令 " + oneTime.password() + "（首次登录须改）",
                "operator of the mall: login " + oneTime.login() + ", one-time password " + oneTime.password()
                        + " (to be changed at first login)");
    }

    private void both(String zh, String en) {
        console.out().println(zh);
        console.out().println(en);
    }
}
