package hongli.app.backtest;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads amounts as shops write them: `1234.5`, `-3.00`, `1,234.50`, `￥12`.
final class Decimal {
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{0,18})?|[+-]?\\.\\d{1,18}");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3}){1,5}(\\.\\d{0,18})?");
    private static final Pattern SIGN_OF_CURRENCY = Pattern.compile("^([+-]?)[¥￥$€£]\\s*");

    private Decimal() {}

    /// The exact number that `text` is; empty where it is none.
    static Optional<BigDecimal> read(String text) {
        String bare = text.strip();
        if (PLAIN.matcher(bare).matches()) {
            return Optional.of(new BigDecimal(bare));
        }
        String number = SIGN_OF_CURRENCY.matcher(bare).replaceFirst("$1");
        return PLAIN.matcher(number).matches() || GROUPED.matcher(number).matches()
                ? Optional.of(new BigDecimal(number.replace(",", "")))
                : Optional.empty();
    }
}
