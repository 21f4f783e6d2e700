package hongli.app.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The language of what is printed: Chinese unless asked or set otherwise.
public enum Language {
    ZH,
    EN;

    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    /// The language that `--lang` in `arguments` asks for; else that of the first locale variable that is set; Chinese
    /// where none is, or only the nameless `C` locale.
    public static Language of(List<String> arguments, Map<String, String> environment) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--lang=")) {
                return ofLocale(argument.substring("--lang=".length()));
            }
            if (argument.equals("--lang") && i + 1 < arguments.size()) {
                return ofLocale(arguments.get(i + 1));
            }
        }
        return VARIABLES.stream()
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(Language::ofLocale)
                .orElse(ZH);
    }

    /// The two letters in files and on the wire: `zh`, `en`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Language ofLocale(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean nameless = lower.equals("c") || lower.startsWith("c.") || lower.equals("posix");
        return nameless || lower.startsWith("zh") ? ZH : EN;
    }
}
