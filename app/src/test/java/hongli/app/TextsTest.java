package hongli.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Words that stand nowhere: promises of a return, and names that mean something on one machine only.
class TextsTest {
    /// Advertising of points that repay what was spent; forbidden to shops, and to us.
    private static final List<String> PROMISES = List.of("购物返本", "消费等于赚钱", "只涨不跌", "稳赚", "全返");

    /// Tests that name the words to look for them.
    private static final Pattern ITSELF = Pattern.compile(".*/TextsTest\\.java|web/.*/tests/words\\.test\\.ts");

    private static final List<String> ONE_MACHINE = List.of(
            "/work/",
            "/root/",
            "repo1.maven.org",
            "repo.maven.apache.org",
            "registry.npmjs.org",
            "registry.npmmirror.com");

    private static final Set<String> READ_BY_PEOPLE =
            Set.of("md", "html", "properties", "txt", "js", "ts", "vue", "json", "yaml", "yml", "svg");
    private static final Set<String> TEXTS =
            Set.of("java", "xml", "css", "sql", "sh", "csv", "jsonl", "story", "gitignore", "config", "");

    @Test
    void noTextPromisesAReturn() throws IOException {
        assertThat(findings(READ_BY_PEOPLE, PROMISES)).isEmpty();
    }

    @Test
    void noFileSpeaksOfOneMachine() throws IOException {
        assertThat(findings(READ_BY_PEOPLE, ONE_MACHINE)).isEmpty();
        assertThat(findings(TEXTS, ONE_MACHINE)).isEmpty();
    }

    @Test
    void findsAWordThatIsThere() {
        assertThat(found("a.md", "每天稳赚", PROMISES)).containsExactly("a.md: 稳赚");
        assertThat(found("a.md", "cp /work/a b", ONE_MACHINE)).containsExactly("a.md: /work/");
    }

    private static List<String> findings(Set<String> kinds, List<String> words) throws IOException {
        var repository = Repository.here();
        var findings = new ArrayList<String>();
        for (var path : repository.files()) {
            var name = repository.root().relativize(path).toString();
            if (kinds.contains(kind(path)) && !ITSELF.matcher(name).matches()) {
                var text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
                findings.addAll(found(name, text, words));
            }
        }
        return findings;
    }

    private static List<String> found(String name, String text, List<String> words) {
        return words.stream()
                .filter(text::contains)
                .map(word -> name + ": " + word)
                .toList();
    }

    private static String kind(Path path) {
        var name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).equals(name) ? "" : name.substring(name.lastIndexOf('.') + 1);
    }
}
