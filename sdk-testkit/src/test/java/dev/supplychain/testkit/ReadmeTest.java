package dev.supplychain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's code compiles and does what README says. */
class ReadmeTest {
    private static final Pattern CODE = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    @Test
    void the_example_compiles_and_passes(@TempDir Path classes) throws Exception {
        Matcher code = CODE.matcher(Files.readString(Path.of("../README.md")));
        assertThat(code.find()).isTrue();
        compile(code.group(1), classes);
        Path artifact = Files.writeString(classes.resolve("app.jar"), "an artifact");

        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {artifact.toString()});
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("PASSED: ");
    }

    private static void compile(String source, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Example.java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        boolean compiled = compiler.getTask(
                        new java.io.OutputStreamWriter(errors, StandardCharsets.UTF_8),
                        null,
                        null,
                        List.of("-d", classes.toString(), "-Xlint:all", "-Werror", "-proc:none"),
                        null,
                        List.of(file))
                .call();
        assertThat(compiled).as(errors.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
