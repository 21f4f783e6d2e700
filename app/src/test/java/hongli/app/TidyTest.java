package hongli.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class TidyTest {
    /// Findings that are let pass, each with its reason beside it; this list only ever shrinks.
    private static final Set<String> EXCEPTIONS = Set.of();

    @Test
    void everySourceIsTidy() throws IOException {
        var repository = Repository.here();
        var sources = new ArrayList<TidySource.Source>();
        for (var path : repository.files()) {
            if (path.toString().endsWith(".java")) {
                sources.add(TidySource.Source.of(repository, path));
            }
        }
        assertThat(sources).hasSizeGreaterThan(1_000);
        assertThat(TidySource.findings(sources)).containsExactlyInAnyOrderElementsOf(EXCEPTIONS);
    }

    @Test
    void findsAFileThatIsTooLong() throws IOException {
        assertThat(findings("class Long {\n" + "\n".repeat(299) + "}")).containsExactly("Planted.java: 301 lines");
        assertThat(findings("class Long {\n" + "\n".repeat(298) + "}")).isEmpty();
    }

    @Test
    void findsAMethodThatIsTooLong() throws IOException {
        var body = "class A {\n    void run() {\n" + "        step();\n".repeat(39) + "    }\n}\n";
        assertThat(findings(body)).containsExactly("Planted.java: run has 41 lines");
        assertThat(findings(body.replaceFirst(" step\\(\\);\n", ""))).isEmpty();
    }

    @Test
    void findsTooManyParametersButLetsRecordsHaveThem() throws IOException {
        assertThat(findings("class A { A(int a, int b, int c, int d, int e, int f) {} }"))
                .containsExactly("Planted.java: <init> has 6 parameters");
        assertThat(findings("record A(int a, int b, int c, int d, int e, int f) { A {} }"))
                .isEmpty();
    }

    @Test
    void findsALineThatIsTooLong() throws IOException {
        assertThat(findings("class A {} // " + "a".repeat(107)))
                .containsExactly("Planted.java:1: longer than 120 columns");
        assertThat(findings("class A {} // " + "红".repeat(106))).isEmpty();
    }

    @Test
    void findsAPublicTypeWithoutASentence() throws IOException {
        assertThat(findings("public class A {}")).containsExactly("Planted.java: no /// sentence on A");
        assertThat(findings("/** Old. */ public class A {}")).containsExactly("Planted.java: no /// sentence on A");
        assertThat(findings("/// A type.\npublic class A {}")).isEmpty();
        assertThat(findings("class A { public interface B {} }")).containsExactly("Planted.java: no /// sentence on B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"// TO-DO later", "// ---------- parts", "//=====", "// int old = 1;", "/* ****** */"})
    void findsWhatCommentsAreNotFor(String comment) throws IOException {
        assertThat(findings("class A {}\n" + comment.replace("TO-DO", "TO" + "DO")))
                .hasSize(1);
    }

    private static List<String> findings(String text) throws IOException {
        return TidySource.findings(List.of(new TidySource.Source("Planted.java", text, true)));
    }
}
