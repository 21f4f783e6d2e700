package hongli.web.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The languages of answers; Chinese where nothing else is asked for.
public enum Language {
    ZH,
    EN;

    private static final int LONGEST_HEADER = 500;
    private static final List<Locale> OFFERED = List.of(Locale.CHINESE, Locale.ENGLISH);

    /// The language that an `Accept-Language` header likes best.
    public static Language of(@Nullable String accepted) {
        if (accepted == null || accepted.length() > LONGEST_HEADER) {
            return ZH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), OFFERED);
            return Locale.ENGLISH.equals(best) ? EN : ZH;
        } catch (IllegalArgumentException _) {
            return ZH;
        }
    }

    /// The tag for `Content-Language`.
    public String tag() {
        return this == ZH ? "zh-CN" : "en";
    }
}
