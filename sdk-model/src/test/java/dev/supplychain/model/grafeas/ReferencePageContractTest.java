package dev.supplychain.model.grafeas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.supplychain.model.Message;
import dev.supplychain.model.Vectors;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every field that the older reference pages name can be read and written in the types of its version. */
class ReferencePageContractTest {
    /** As {@code "name": string} in a page's "JSON representation". */
    private static final Pattern FIELD = Pattern.compile("^ *\"(\\w+)\": *[^ ]", Pattern.MULTILINE);

    @ParameterizedTest
    @CsvSource({"v1, 161", "v1beta1, 93"})
    void every_field_of_the_page_has_an_accessor(String version, int fieldNames) throws IOException {
        Path page = Vectors.requireShared("spec").resolve("container-analysis-" + version + "-occurrences.txt");
        Set<String> named = FIELD.matcher(Files.readString(page))
                .results()
                .map((MatchResult field) -> field.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, List<String>> accessors = accessors(version);

        Set<String> missing = new TreeSet<>(named);
        missing.removeAll(accessors.keySet());

        System.out.printf(
                "reference page %s: %d field names, %d accessor names in its types%n",
                version, named.size(), accessors.size());
        assertThat(missing).isEmpty();
        assertThat(named).hasSize(fieldNames);
    }

    /** The types by the JSON names of their accessors: those of the version, and those that all versions share. */
    private static Map<String, List<String>> accessors(String version) {
        return Stream.of("grafeas/" + version, "iam/v1", "rpc")
                .flatMap(folder -> types(folder).stream())
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && method.getParameterCount() == 0)
                .collect(Collectors.groupingBy(
                        ReferencePageContractTest::jsonName,
                        Collectors.mapping(method -> method.getDeclaringClass().getName(), Collectors.toList())));
    }

    private static String jsonName(Method method) {
        JsonProperty name = method.getAnnotation(JsonProperty.class);
        return name == null ? method.getName() : name.value();
    }

    private static List<Class<?>> types(String folder) {
        Path root = Path.of(root()).resolve("dev/supplychain/model");
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> root.relativize(file)
                            .toString()
                            .replace(".class", "")
                            .replace('/', '.'))
                    .filter(name -> !name.endsWith("package-info"))
                    .<Class<?>>map(name -> load("dev.supplychain.model." + name))
                    .filter(type -> type.isInterface() && Message.class.isAssignableFrom(type))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static java.net.URI root() {
        try {
            return Message.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ReferencePageContractTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
