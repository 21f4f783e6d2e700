package hongli.mall.goodsfile;

/// Texts that a spreadsheet would take for a formula: they go out with an apostrophe before them and come in without.
final class Formula {
    private static final String BEGINNINGS = "=+-@\t\r";

    private Formula() {}

    static String guarded(String text) {
        return isFormula(text) || text.startsWith("'") ? "'" + text : text;
    }

    static String unguarded(String text) {
        return text.startsWith("'") && (isFormula(text.substring(1)) || text.startsWith("''"))
                ? text.substring(1)
                : text;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }
}
