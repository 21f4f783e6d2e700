package hongli.mall.referral;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// Words that promise what nobody may promise: no text that we show contains them (rule R18, from the
/// notice of six ministries on illegal fund-raising).
public final class Promises {
    private static final List<String> WORDS = List.of(
            "购物返本",
            "消费返本",
            "消费等于赚钱",
            "消费就是赚钱",
            "只涨不跌",
            "稳赚",
            "包赚",
            "躺赚",
            "全返",
            "全额返",
            "guaranteed return",
            "guaranteed profit",
            "risk-free",
            "never falls",
            "get rich");

    private Promises() {}

    /// Whether a text promises, however it is spaced and in whatever width it is written.
    public static boolean areIn(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String close = wide.replaceAll("[\\s\\p{P}\\p{Cf}]+", "");
        return WORDS.stream()
                .anyMatch(word -> close.contains(word.replace(" ", "").replace("-", "")));
    }
}
