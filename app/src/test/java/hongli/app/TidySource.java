package hongli.app;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements.DocCommentKind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Reads source files as the compiler does, all of them at once, and says where they are larger or barer than the house
/// allows.
final class TidySource extends TreePathScanner<@Nullable Void, @Nullable Void> {
    static final int FILE_LINES = 300;
    static final int METHOD_LINES = 40;
    static final int PARAMETERS = 5;
    static final int COLUMNS = 120;

    private static final Pattern TO_DO = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern BANNER = Pattern.compile("^\\s*(//|/\\*+|\\*)\\s*[-=*#_~]{3,}.*");
    private static final Pattern COMMENTED_CODE = Pattern.compile("^\\s*//(?!/).*[;{}]\\s*$");

    private final String name;
    private final boolean documented;
    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final List<String> findings;

    private TidySource(Source source, CompilationUnitTree unit, DocTrees trees, List<String> findings) {
        this.name = source.name;
        this.documented = source.documented;
        this.unit = unit;
        this.trees = trees;
        this.findings = findings;
    }

    /// A file as the compiler reads it.
    static final class Source extends SimpleJavaFileObject {
        private final String name;
        private final String text;
        private final boolean documented;

        /// @param documented whether public types need a sentence
        Source(String name, String text, boolean documented) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.name = name;
            this.text = text;
            this.documented = documented;
        }

        /// The file `path` of `repository`.
        static Source of(Repository repository, Path path) throws IOException {
            var name = repository.root().relativize(path).toString();
            return new Source(name, Files.readString(path), name.contains("src/main/"));
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /// What is untidy in `sources`, no two of which have one name.
    static List<String> findings(List<Source> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, _ -> {}, List.of("-proc:none"), null, sources);
        var trees = DocTrees.instance(task);
        var byAddress = sources.stream().collect(Collectors.toMap(Source::toUri, source -> source));
        var findings = new ArrayList<String>();
        for (var unit : task.parse()) {
            var source =
                    Objects.requireNonNull(byAddress.get(unit.getSourceFile().toUri()));
            var reader = new TidySource(source, unit, trees, findings);
            reader.checkLines(source.text);
            reader.scan(new TreePath(unit), null);
        }
        return findings;
    }

    private void checkLines(String text) {
        var lines = text.lines().toList();
        if (lines.size() > FILE_LINES) {
            findings.add(name + ": " + lines.size() + " lines");
        }
        for (int number = 1; number <= lines.size(); number++) {
            checkLine(number, lines.get(number - 1));
        }
    }

    private void checkLine(int number, String line) {
        if (line.codePointCount(0, line.length()) > COLUMNS) {
            findings.add(name + ":" + number + ": longer than " + COLUMNS + " columns");
        }
        if (TO_DO.matcher(line).find()) {
            findings.add(name + ":" + number + ": something left to do");
        }
        if (BANNER.matcher(line).matches() || COMMENTED_CODE.matcher(line).matches()) {
            findings.add(name + ":" + number + ": a banner or code in a comment");
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        if (documented && type.getModifiers().getFlags().contains(Modifier.PUBLIC) && !isDocumented()) {
            findings.add(name + ": no /// sentence on " + type.getSimpleName());
        }
        return super.visitClass(type, null);
    }

    private boolean isDocumented() {
        @Nullable DocCommentTree words = trees.getDocCommentTree(getCurrentPath());
        return words != null
                && !words.getFirstSentence().isEmpty()
                && trees.getDocCommentKind(getCurrentPath()) == DocCommentKind.END_OF_LINE;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        var lines = Objects.requireNonNull(unit.getLineMap());
        var positions = trees.getSourcePositions();
        long start = positions.getStartPosition(unit, method);
        long end = positions.getEndPosition(unit, method);
        if (start >= 0 && end >= 0) {
            long length = lines.getLineNumber(end) - lines.getLineNumber(start) + 1;
            if (length > METHOD_LINES) {
                findings.add(name + ": " + method.getName() + " has " + length + " lines");
            }
        }
        if (method.getParameters().size() > PARAMETERS && !makesARecord(method)) {
            findings.add(name + ": " + method.getName() + " has "
                    + method.getParameters().size() + " parameters");
        }
        return super.visitMethod(method, null);
    }

    private boolean makesARecord(MethodTree method) {
        var around = getCurrentPath().getParentPath().getLeaf();
        return around.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
    }
}
