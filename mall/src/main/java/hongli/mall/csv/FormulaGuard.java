package hongli.mall.csv;

/// Texts that a spreadsheet would take for a formula: they go out with an apostrophe before them and come in without.
public final class FormulaGuard {
    private static final String BEGINNINGS = "=+-@\t\r";

    private FormulaGuard() {}

    /// The text as it is written into a file.
    public static String guarded(String text) {
        return isFormula(text) || text.startsWith("'") ? "'" + text : text;
    }

    /// The text that was guarded, or any other as it is.
    public static String unguarded(String text) {
        return text.startsWith("'") && (isFormula(text.substring(1)) || text.startsWith("''"))
                ? text.substring(1)
                : text;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }
}
