package hongli.app.backtest;

import hongli.app.console.Text;

/// Why a line cannot be used.
enum Flaw {
    TOO_FEW_COLUMNS("列数不够", "too few columns"),
    MEMBER_UNUSABLE("会员号不可用（须为 1–128 字节、无控制字符）", "no usable member id (1 to 128 bytes, no control characters)"),
    ORDER_UNUSABLE("订单号不可用（须为 1–128 字节、无控制字符）", "no usable order id (1 to 128 bytes, no control characters)"),
    TIME_UNREADABLE("看不懂时间", "time not understood"),
    AMOUNT_UNREADABLE("看不懂金额，或超过一万亿元", "amount not understood, or above 10^12 yuan"),
    MEMBER_DIFFERS("订单号已属于另一会员", "the order id belongs to another member"),
    NOT_CSV("不是合规的 CSV", "not well-formed CSV");

    private final String zh;
    private final String en;

    Flaw(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    Text text() {
        return new Text(zh, en);
    }
}
