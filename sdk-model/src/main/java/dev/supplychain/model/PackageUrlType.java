package dev.supplychain.model;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the definition of a type adds to the rules for all.
 *
 * <p>Three definitions require a namespace that packages in use do not have, and that their own examples leave out or
 * their own issues ask to leave out: golang ({@code stdlib}, vanity names), huggingface and rpm. It is optional here.
 *
 * @see <a href="https://github.com/package-url/purl-spec/tree/main/types">Definitions of types</a>
 */
final class PackageUrlType {
    private enum Namespace {
        REQUIRED,
        OPTIONAL,
        NONE
    }

    private static final Map<String, PackageUrlType> TYPES = Stream.of(
                    type("alpm", Namespace.REQUIRED).lowerNamespace().lowerName(),
                    type("apk", Namespace.REQUIRED).lowerNamespace().lowerName(),
                    type("bazel", Namespace.NONE),
                    type("bitbucket", Namespace.REQUIRED).lowerNamespace().lowerName(),
                    type("bitnami", Namespace.NONE).lowerName(),
                    type("cargo", Namespace.NONE),
                    type("chrome-extension", Namespace.NONE).lowerName().also(PackageUrlType::chromeExtension),
                    type("cocoapods", Namespace.NONE).also(PackageUrlType::cocoapods),
                    type("composer", Namespace.REQUIRED).lowerNamespace().lowerName(),
                    type("conan", Namespace.OPTIONAL),
                    type("conda", Namespace.NONE),
                    type("cpan", Namespace.REQUIRED).also(PackageUrlType::cpan),
                    type("cran", Namespace.NONE),
                    type("deb", Namespace.REQUIRED).lowerNamespace().lowerName(),
                    type("docker", Namespace.OPTIONAL),
                    type("gem", Namespace.NONE),
                    type("generic", Namespace.OPTIONAL),
                    type("github", Namespace.REQUIRED).lowerNamespace().lowerName(),
                    type("golang", Namespace.OPTIONAL).lowerNamespace().lowerName(),
                    type("hackage", Namespace.NONE),
                    type("hex", Namespace.OPTIONAL).lowerNamespace().lowerName(),
                    type("huggingface", Namespace.OPTIONAL).lowerVersion(),
                    type("julia", Namespace.NONE).also(parts -> requireQualifier(parts, "uuid")),
                    type("luarocks", Namespace.OPTIONAL).lowerNamespace().lowerName(),
                    type("maven", Namespace.REQUIRED),
                    type("mlflow", Namespace.NONE).also(PackageUrlType::mlflow),
                    type("npm", Namespace.OPTIONAL).lowerNamespace().lowerName(),
                    type("nuget", Namespace.NONE),
                    type("oci", Namespace.NONE).lowerName().lowerVersion(),
                    type("opam", Namespace.NONE),
                    type("otp", Namespace.NONE).lowerName(),
                    type("pub", Namespace.NONE).lowerName().also(PackageUrlType::pub),
                    type("pypi", Namespace.NONE).lowerName().lowerVersion().also(PackageUrlType::pypi),
                    type("qpkg", Namespace.REQUIRED).lowerNamespace(),
                    type("rpm", Namespace.OPTIONAL).lowerNamespace(),
                    type("swid", Namespace.OPTIONAL).also(PackageUrlType::swid),
                    type("swift", Namespace.REQUIRED),
                    type("vcpkg", Namespace.NONE),
                    type("vscode-extension", Namespace.REQUIRED)
                            .lowerNamespace()
                            .lowerName()
                            .lowerVersion(),
                    type("yocto", Namespace.OPTIONAL).lowerNamespace())
            .collect(Collectors.toUnmodifiableMap(type -> type.name, type -> type));

    private static final Pattern CHROME_NAME = Pattern.compile("[a-p]{32}");
    private static final Pattern CHROME_VERSION = Pattern.compile("[0-9]+(\\.[0-9]+){0,3}");
    private static final Pattern COCOAPODS_NAME = Pattern.compile("[^.\\s+][^\\s+]*");
    private static final Pattern NO_PUB_CHARACTER = Pattern.compile("[^a-z0-9_]");

    /** A rule of one type only. */
    @FunctionalInterface
    private interface Rule {
        void apply(PackageUrlParts parts);
    }

    private final String name;
    private final Namespace namespace;
    private final boolean lowersNamespace;
    private final boolean lowersName;
    private final boolean lowersVersion;
    private final Rule rule;

    private PackageUrlType(
            String name,
            Namespace namespace,
            boolean lowersNamespace,
            boolean lowersName,
            boolean lowersVersion,
            Rule rule) {
        this.name = name;
        this.namespace = namespace;
        this.lowersNamespace = lowersNamespace;
        this.lowersName = lowersName;
        this.lowersVersion = lowersVersion;
        this.rule = rule;
    }

    private static PackageUrlType type(String name, Namespace namespace) {
        return new PackageUrlType(name, namespace, false, false, false, parts -> {});
    }

    private PackageUrlType lowerNamespace() {
        return new PackageUrlType(name, namespace, true, lowersName, lowersVersion, rule);
    }

    private PackageUrlType lowerName() {
        return new PackageUrlType(name, namespace, lowersNamespace, true, lowersVersion, rule);
    }

    private PackageUrlType lowerVersion() {
        return new PackageUrlType(name, namespace, lowersNamespace, lowersName, true, rule);
    }

    private PackageUrlType also(Rule special) {
        return new PackageUrlType(name, namespace, lowersNamespace, lowersName, lowersVersion, special);
    }

    /** The rules of that type, or null when it has none here. */
    static @Nullable PackageUrlType of(String type) {
        return TYPES.get(type);
    }

    void apply(PackageUrlParts parts) {
        if (namespace == Namespace.REQUIRED && parts.namespace == null) {
            throw parts.malformed("namespace", "there is none; a package of type " + name + " needs one");
        }
        if (namespace == Namespace.NONE && parts.namespace != null) {
            throw parts.malformed("namespace", "a package of type " + name + " has none");
        }
        if (lowersNamespace && parts.namespace != null) {
            parts.namespace = parts.namespace.toLowerCase(Locale.ROOT);
        }
        if (lowersName) {
            parts.name = parts.name.toLowerCase(Locale.ROOT);
        }
        if (lowersVersion && parts.version != null) {
            parts.version = parts.version.toLowerCase(Locale.ROOT);
        }
        rule.apply(parts);
    }

    private static void chromeExtension(PackageUrlParts parts) {
        if (!CHROME_NAME.matcher(parts.name).matches()) {
            throw parts.malformed("name", "an extension's name is 32 letters from a to p");
        }
        if (parts.version != null && !CHROME_VERSION.matcher(parts.version).matches()) {
            throw parts.malformed("version", "an extension's version is one to four numbers with dots between them");
        }
    }

    private static void cocoapods(PackageUrlParts parts) {
        if (!COCOAPODS_NAME.matcher(parts.name).matches()) {
            throw parts.malformed("name", "a pod's name has no white space, no plus and no dot at its beginning");
        }
    }

    private static void cpan(PackageUrlParts parts) {
        if (parts.name.contains("::")) {
            throw parts.malformed("name", "\"::\" is in the name of a module, not of a distribution");
        }
        if (parts.namespace != null) {
            parts.namespace = parts.namespace.toUpperCase(Locale.ROOT);
        }
    }

    /** Databricks does not look at case, Azure ML does. */
    private static void mlflow(PackageUrlParts parts) {
        if (parts.qualifiers.getOrDefault("repository_url", "").contains("databricks")) {
            parts.name = parts.name.toLowerCase(Locale.ROOT);
        }
    }

    private static void pub(PackageUrlParts parts) {
        parts.name = NO_PUB_CHARACTER.matcher(parts.name).replaceAll("_");
    }

    private static void pypi(PackageUrlParts parts) {
        parts.name = parts.name.replace('_', '-');
    }

    private static void swid(PackageUrlParts parts) {
        requireQualifier(parts, "tag_id");
        if (parts.namespace != null && parts.namespace.indexOf('/') != parts.namespace.lastIndexOf('/')) {
            throw parts.malformed("namespace", "a package of type swid has at most two segments");
        }
    }

    private static void requireQualifier(PackageUrlParts parts, String key) {
        if (!parts.qualifiers.containsKey(key)) {
            throw parts.malformed("qualifiers", "a package of type " + parts.type + " needs " + key);
        }
    }
}
