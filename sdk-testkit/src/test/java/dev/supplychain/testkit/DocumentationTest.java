package dev.supplychain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every public type and member of the product has a comment. javac's own check would also want a {@code @return} that
 * repeats the sentence above it.
 */
class DocumentationTest {
    private static final List<String> MODULES =
            List.of("sdk-model", "sdk-dsse", "sdk-policy", "sdk-clients", "sdk-testkit");

    @Test
    void every_public_type_and_member_has_a_comment() throws IOException {
        List<Path> sources = sources();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> missing = new ArrayList<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(docs, missing).scan(unit, null);
            }
        }

        assertThat(sources).hasSizeGreaterThan(200);
        assertThat(missing).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java")
                                && !file.endsWith("module-info.java")
                                && !file.endsWith("package-info.java"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    /** Looks into public types only: what is in another one cannot be seen. */
    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees docs;
        private final List<String> missing;

        Scanner(DocTrees docs, List<String> missing) {
            this.docs = docs;
            this.missing = missing;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            if (!isPublic(type.getModifiers())) {
                return null;
            }
            require(type.getSimpleName());
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            // The compact constructor of a record and the one that javac adds have nothing to say.
            if (isPublic(method.getModifiers())
                    && !overrides
                    && docs.getSourcePositions()
                                    .getStartPosition(getCurrentPath().getCompilationUnit(), method)
                            >= 0) {
                require(method.getName());
            }
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
            boolean recordComponent = parent().getKind() == Tree.Kind.RECORD
                    && !variable.getModifiers().getFlags().contains(Modifier.STATIC);
            if (isPublic(variable.getModifiers()) && !recordComponent) {
                require(variable.getName());
            }
            return null;
        }

        /** Public by word, or as a member of an interface. */
        private boolean isPublic(ModifiersTree modifiers) {
            Set<Modifier> flags = modifiers.getFlags();
            boolean member =
                    parent().getKind() == Tree.Kind.INTERFACE || parent().getKind() == Tree.Kind.ANNOTATION_TYPE;
            return flags.contains(Modifier.PUBLIC) || (member && !flags.contains(Modifier.PRIVATE));
        }

        private Tree parent() {
            TreePath parent = getCurrentPath().getParentPath();
            return parent == null ? getCurrentPath().getLeaf() : parent.getLeaf();
        }

        private void require(CharSequence name) {
            if (docs.getDocComment(getCurrentPath()) == null) {
                CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
                long line = unit.getLineMap()
                        .getLineNumber(docs.getSourcePositions()
                                .getStartPosition(unit, getCurrentPath().getLeaf()));
                missing.add(unit.getSourceFile().getName() + ":" + line + " " + name);
            }
        }
    }
}
