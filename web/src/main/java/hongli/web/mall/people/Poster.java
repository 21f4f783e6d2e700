package hongli.web.mall.people;

import hongli.mall.referral.Promises;
import hongli.web.problem.Language;
import java.util.List;
import java.util.Locale;

/// A poster by which a member invites others, as SVG: the name, the code to type, and the code to scan.
/// It names no reward and promises nothing.
final class Poster {
    private static final int LONGEST_NAME = 12;
    private static final int WIDTH = 720;
    private static final int SCAN_SIDE = 380;

    private final Language language;
    private final String name;
    private final String code;
    private final QrCode scan;

    /// @param name the member's; left out where it promises something
    /// @param code the referral code
    /// @param link where whoever scans it gets to
    Poster(Language language, String name, String code, String link) {
        this.language = language;
        this.name = Promises.areIn(name) ? "" : shortened(name);
        this.code = code;
        this.scan = QrCode.of(link);
    }

    /// What stands on it, from above.
    List<String> texts() {
        return switch (language) {
            case ZH ->
                List.of(
                        name.isEmpty() ? "邀请您" : name + " 邀请您",
                        "一起到商城逛逛",
                        "扫码注册，或填写推荐码",
                        code,
                        "积分不是存款，也不是投资；",
                        "价值会变动，可能减少。");
            case EN ->
                List.of(
                        name.isEmpty() ? "You are invited" : name + " invites you",
                        "to look around our mall",
                        "Scan to sign up, or type the referral code",
                        code,
                        "Points are neither deposits nor investments;",
                        "their value changes and may fall.");
        };
    }

    String svg() {
        var texts = texts();
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 1080\" width=\"720\" height=\"1080\"")
                .append(" font-family=\"'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif\"")
                .append(" text-anchor=\"middle\">")
                .append("<path fill=\"#a8261f\" d=\"M0 0h720v1080H0z\"/>")
                .append("<path fill=\"#bb3a2c\" d=\"M0 0h720v300C540 372 180 372 0 300z\"/>")
                .append("<rect x=\"90\" y=\"330\" width=\"540\" height=\"580\" rx=\"28\" fill=\"#fffaf3\"/>");
        line(svg, texts.get(0), 150, "48\" font-weight=\"700\" fill=\"#fff");
        line(svg, texts.get(1), 222, "34\" fill=\"#ffe6d2");
        scan(svg);
        line(svg, texts.get(2), 800, "24\" fill=\"#5b4636");
        line(svg, texts.get(3), 866, "46\" font-weight=\"700\" letter-spacing=\"6\" fill=\"#8f1d17");
        line(svg, texts.get(4), 982, "22\" fill=\"#ffe6d2");
        line(svg, texts.get(5), 1016, "22\" fill=\"#ffe6d2");
        return svg.append("</svg>").toString();
    }

    private static void line(StringBuilder svg, String text, int y, String looks) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" font-size=\"%s\">%s</text>", WIDTH / 2, y, looks, escaped(text)));
    }

    private void scan(StringBuilder svg) {
        // In thousandths: a module is no whole number of pixels wide.
        int scale = SCAN_SIDE * 1_000 / scan.side();
        svg.append(String.format(
                Locale.ROOT,
                "<path shape-rendering=\"crispEdges\" fill=\"#1d1512\" transform=\"translate(%d 366) scale(%d.%03d)\""
                        + " d=\"%s\"/>",
                (WIDTH - SCAN_SIDE) / 2,
                scale / 1_000,
                scale % 1_000,
                scan.path()));
    }

    private static String shortened(String name) {
        String line = name.replaceAll("\\s+", " ").strip();
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST_NAME ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    /// A text as XML may hold it: what would be read as more than a text, or by nobody, is not.
    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (isXml(point)) {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int point) {
        return point >= ' ' && point < 0xD800 || point >= 0xE000 && point < 0xFFFE || point >= 0x10000;
    }
}
