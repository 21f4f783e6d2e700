package hongli.web.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences of one language by name, with `{number}` where a number goes.
public final class Texts {
    static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
    private static final List<String> FILES = List.of("messages", "mall");
    private static final Map<Language, Texts> ALL =
            new EnumMap<>(Map.of(Language.ZH, load("zh"), Language.EN, load("en")));

    private final Properties sentences;

    private Texts(Properties sentences) {
        this.sentences = sentences;
    }

    public static Texts in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /// The sentence called `name` with its gaps filled; a gap without a value stays empty.
    public Optional<String> find(String name, Map<String, ?> values) {
        return raw(name).map(sentence -> filled(sentence, values));
    }

    /// The sentence called `name`, gaps and all.
    public Optional<String> raw(String name) {
        return Optional.ofNullable(sentences.getProperty(name));
    }

    Set<String> names() {
        return sentences.stringPropertyNames();
    }

    private static String filled(String sentence, Map<String, ?> values) {
        return GAP.matcher(sentence).replaceAll(gap -> {
            Object value = values.get(gap.group(1));
            return value == null ? "" : Matcher.quoteReplacement(value.toString());
        });
    }

    private static Texts load(String language) {
        var sentences = new Properties();
        for (String file : FILES) {
            read("/hongli/web/" + file + "_" + language + ".properties", sentences);
        }
        return new Texts(sentences);
    }

    private static void read(String file, Properties sentences) {
        try (var in = Texts.class.getResourceAsStream(file)) {
            sentences.load(new InputStreamReader(
                    Objects.requireNonNull(in, () -> "messages must be there: file=" + file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("messages must be readable: file=" + file, e);
        }
    }
}
