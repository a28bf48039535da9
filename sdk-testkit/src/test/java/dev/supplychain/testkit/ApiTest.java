package dev.supplychain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the five modules show to users: types of the JDK and our own, and the host's HTTP client. */
class ApiTest {
    private static final Set<String> ALLOWED = Set.of("okhttp3.OkHttpClient");
    /** The testkit is written against these two. */
    private static final List<String> OF_TESTS = List.of("org.junit.jupiter.api.", "net.jqwik.api.");

    @Test
    void no_type_of_another_library_is_in_a_public_signature() throws Exception {
        Map<String, Set<String>> exported = exportedTypes();
        Set<String> own =
                exported.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));

        List<String> leaks = new ArrayList<>();
        exported.forEach((module, types) -> types.forEach(type -> leaks(module, load(type), own, leaks)));

        assertThat(exported).hasSize(5);
        assertThat(leaks).isEmpty();
    }

    private static void leaks(String module, Class<?> type, Set<String> own, List<String> leaks) {
        Stream.of(type.getMethods(), type.getConstructors(), type.getFields())
                .flatMap(Arrays::stream)
                .map(Member.class::cast)
                .filter(member -> !member.isSynthetic()
                        && !member.getDeclaringClass().getName().startsWith("java."))
                .forEach(member -> used(member)
                        .filter(used -> !isFine(module, used, own))
                        .forEach(used -> leaks.add(type.getName() + "." + member.getName() + " shows " + used)));
    }

    private static boolean isFine(String module, Class<?> used, Set<String> own) {
        String name = used.getName();
        return used.isPrimitive()
                || name.startsWith("java.")
                || own.contains(name)
                || ALLOWED.contains(name)
                || (module.endsWith(".testkit") && OF_TESTS.stream().anyMatch(name::startsWith));
    }

    private static Stream<Class<?>> used(Member member) {
        List<Type> types = new ArrayList<>();
        if (member instanceof Method method) {
            types.add(method.getGenericReturnType());
            Collections.addAll(types, method.getGenericParameterTypes());
            Collections.addAll(types, method.getGenericExceptionTypes());
        } else if (member instanceof Constructor<?> constructor) {
            Collections.addAll(types, constructor.getGenericParameterTypes());
            Collections.addAll(types, constructor.getGenericExceptionTypes());
        } else {
            types.add(((Field) member).getGenericType());
        }
        return types.stream().flatMap(ApiTest::classes);
    }

    private static Stream<Class<?>> classes(Type type) {
        if (type instanceof Class<?> single) {
            return Stream.of(single.isArray() ? elementOf(single) : single);
        }
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(
                    classes(generic.getRawType()),
                    Arrays.stream(generic.getActualTypeArguments()).flatMap(ApiTest::classes));
        }
        if (type instanceof GenericArrayType array) {
            return classes(array.getGenericComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.concat(Arrays.stream(wildcard.getUpperBounds()), Arrays.stream(wildcard.getLowerBounds()))
                    .flatMap(ApiTest::classes);
        }
        // The bound of a type variable is checked where it is not one that speaks of itself.
        return type instanceof TypeVariable<?> variable
                ? Arrays.stream(variable.getBounds())
                        .filter(Class.class::isInstance)
                        .flatMap(ApiTest::classes)
                : Stream.empty();
    }

    private static Class<?> elementOf(Class<?> array) {
        return array.isArray() ? elementOf(array.getComponentType()) : array;
    }

    /** The public types in the packages that a module exports to everyone, by module. */
    private static Map<String, Set<String>> exportedTypes() throws Exception {
        Map<String, Set<String>> types = new TreeMap<>();
        for (URL url : Collections.list(ApiTest.class.getClassLoader().getResources("module-info.class"))) {
            ModuleDescriptor module = descriptor(url);
            if (module.name().startsWith("dev.supplychain.")) {
                types.put(module.name(), publicTypes(url, module));
            }
        }
        return types;
    }

    private static ModuleDescriptor descriptor(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return ModuleDescriptor.read(in);
        }
    }

    private static Set<String> publicTypes(URL url, ModuleDescriptor module) throws Exception {
        if (url.openConnection() instanceof JarURLConnection jar) {
            URI archive = jar.getJarFileURL().toURI();
            try (FileSystem files = FileSystems.newFileSystem(Path.of(archive))) {
                return publicTypes(files.getPath("/"), module);
            }
        }
        return publicTypes(Path.of(url.toURI()).resolveSibling(""), module);
    }

    private static Set<String> publicTypes(Path root, ModuleDescriptor module) throws IOException {
        Set<String> types = new TreeSet<>();
        for (ModuleDescriptor.Exports export : module.exports()) {
            if (!export.isQualified()) {
                try (Stream<Path> files =
                        Files.list(root.resolve(export.source().replace('.', '/')))) {
                    files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                            .map(file -> export.source() + "." + file.substring(0, file.length() - 6))
                            .filter(ApiTest::isPublic)
                            .forEach(types::add);
                }
            }
        }
        return types;
    }

    /** Also of its enclosing types: a public class in a package-private one is not seen. */
    private static boolean isPublic(String name) {
        for (Class<?> type = load(name); type != null; type = type.getEnclosingClass()) {
            if (!Modifier.isPublic(type.getModifiers())) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
