package dev.supplychain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.keys.CosignKeys;
import dev.supplychain.dsse.keys.ScryptCost;
import dev.supplychain.model.Digest;
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
    void the_example_compiles_and_passes(@TempDir Path folder) throws Exception {
        Path artifact = Files.writeString(folder.resolve("app.jar"), "an artifact");

        assertThat(run("Example", folder, artifact.toString())).startsWith("PASSED: ");
    }

    @Test
    void the_signing_step_compiles_and_passes(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("app.jar"), "an artifact");
        Files.writeString(
                folder.resolve("cosign.key"),
                CosignKeys.writePrivateKey(TestKeys.ecdsaP256(), "pa55".toCharArray(), ScryptCost.LEGACY));
        Digest image = Digest.sha256("a manifest".getBytes(StandardCharsets.UTF_8));

        assertThat(run("Signing", folder, folder.toString(), "pa55", image.toString()))
                .startsWith("[VerifiedImageSignature[docker.io/my-org/app:1.0@" + image)
                .contains("artifact=docker.io/my-org/app:1.0, kind=IMAGE, digest=" + image);
    }

    /** What the class of that name in README prints. */
    private static String run(String name, Path classes, String... args) throws Exception {
        compile(name, code(name), classes);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) args);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String code(String name) throws Exception {
        Matcher code = CODE.matcher(Files.readString(Path.of("../README.md")));
        while (code.find()) {
            if (code.group(1).contains("public class " + name + " {")) {
                return code.group(1);
            }
        }
        throw new AssertionError("README has no class " + name);
    }

    private static void compile(String name, String source, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
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
