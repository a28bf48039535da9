package dev.supplychain.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A package URL (purl): which package, in which ecosystem, such as {@code pkg:maven/com.example/my-app@1.0.0}.
 *
 * <p>The parts are decoded and normalised as the standard and the definition of the type say: npm names are lower case,
 * {@code pkg:pypi/Django_package} is {@code pkg:pypi/django-package}. {@link #toString()} is the canonical form. Two are
 * equal when their parts, and so their canonical forms, are.
 *
 * <pre>{@code
 * PackageUrl scoped = PackageUrl.parse("pkg:npm/@angular/animation@12.3.1");
 * scoped.namespace(); // Optional[@angular]
 * scoped.toString(); // pkg:npm/%40angular/animation@12.3.1
 * }</pre>
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-427/">ECMA-427, Package-URL
 *     specification</a>
 */
public final class PackageUrl {
    private final String type;
    private final @Nullable String namespace;
    private final String name;
    private final @Nullable String version;
    private final SortedMap<String, String> qualifiers;
    private final @Nullable String subpath;

    /** Computed when it is first asked for; every thread computes the same. */
    private @Nullable String canonical;

    PackageUrl(PackageUrlParts parts) {
        this.type = parts.type;
        this.namespace = parts.namespace;
        this.name = parts.name;
        this.version = parts.version;
        this.qualifiers = parts.qualifiers.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(parts.qualifiers);
        this.subpath = parts.subpath;
    }

    /**
     * The package in this text, canonical or not: the scheme, the type and the keys of qualifiers in any case, slashes
     * behind {@code pkg:}, qualifiers in any order, an npm scope with a plain {@code @}.
     *
     * @throws MalformedDataException when it is not a package URL, or not one of its type: no group id of a Maven package,
     *     a namespace of a PyPI package; it quotes the text and names the part
     */
    public static PackageUrl parse(String purl) {
        return PackageUrlParser.parse(purl);
    }

    /**
     * A package and its version.
     *
     * @param type the ecosystem, such as {@code npm}
     * @param namespace the group, scope or owner, not encoded; empty for none
     * @param name the name, not encoded
     * @param version the version, not encoded; empty for none
     * @throws IllegalArgumentException when a part is not allowed, or the type needs another
     */
    public static PackageUrl of(String type, String namespace, String name, String version) {
        return builder(type, name).namespace(namespace).version(version).build();
    }

    /**
     * A Maven artifact.
     *
     * @throws IllegalArgumentException when the group or the artifact is empty
     */
    public static PackageUrl maven(String groupId, String artifactId, String version) {
        return of("maven", groupId, artifactId, version);
    }

    /**
     * Starts one with the parts that every package has.
     *
     * @param type the ecosystem, such as {@code npm}
     * @param name the name, not encoded
     */
    public static Builder builder(String type, String name) {
        return new Builder(type, name);
    }

    /** Starts a changed copy. */
    public Builder toBuilder() {
        Builder copy = new Builder(type, name);
        copy.namespace = namespace;
        copy.version = version;
        copy.qualifiers.putAll(qualifiers);
        copy.subpath = subpath;
        return copy;
    }

    /** The ecosystem in lower case, such as {@code maven}. */
    public String type() {
        return type;
    }

    /** True when the type is one whose rules were applied; others are taken as they are. */
    public boolean hasKnownType() {
        return PackageUrlType.of(type) != null;
    }

    /** The group, scope or owner, decoded, its segments with slashes between them. */
    public Optional<String> namespace() {
        return Optional.ofNullable(namespace);
    }

    /** The name, decoded. */
    public String name() {
        return name;
    }

    /** The version, decoded. */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /** The qualifiers, decoded, in the order of their lower-case keys; never with an empty value. */
    public Map<String, String> qualifiers() {
        return qualifiers;
    }

    /** The qualifier of that key, in any case. */
    public Optional<String> qualifier(String key) {
        return Optional.ofNullable(qualifiers.get(key.toLowerCase(Locale.ROOT)));
    }

    /** The qualifier {@code repository_url}: where the package lies when that is not the usual place of its type. */
    public Optional<String> repositoryUrl() {
        return qualifier("repository_url");
    }

    /** The parts of the qualifier {@code checksum}, each as {@code algorithm:hex}; empty when there is none. */
    public List<String> checksums() {
        return qualifier("checksum").map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    /** The path within the package, decoded, its segments with slashes between them; never with dot segments. */
    public Optional<String> subpath() {
        return Optional.ofNullable(subpath);
    }

    /** This package without qualifiers and subpath. */
    public PackageUrl coordinates() {
        if (qualifiers.isEmpty() && subpath == null) {
            return this;
        }
        PackageUrlParts parts = new PackageUrlParts(type, name);
        parts.namespace = namespace;
        parts.version = version;
        return new PackageUrl(parts);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackageUrl that
                && name.equals(that.name)
                && type.equals(that.type)
                && Objects.equals(namespace, that.namespace)
                && Objects.equals(version, that.version)
                && qualifiers.equals(that.qualifiers)
                && Objects.equals(subpath, that.subpath);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, namespace, name, version, qualifiers, subpath);
    }

    /** The canonical form: ASCII, percent-encoded where the standard says so, qualifiers in the order of their keys. */
    @Override
    public String toString() {
        String known = canonical;
        if (known == null) {
            known = canonical();
            canonical = known;
        }
        return known;
    }

    private String canonical() {
        StringBuilder out = new StringBuilder(64).append("pkg:").append(type).append('/');
        if (namespace != null) {
            PercentCode.encodePath(namespace, out);
            out.append('/');
        }
        PercentCode.encode(name, out);
        if (version != null) {
            PercentCode.encode(version, out.append('@'));
        }
        char separator = '?';
        for (Map.Entry<String, String> qualifier : qualifiers.entrySet()) {
            out.append(separator).append(qualifier.getKey()).append('=');
            PercentCode.encode(qualifier.getValue(), out);
            separator = '&';
        }
        if (subpath != null) {
            PercentCode.encodePath(subpath, out.append('#'));
        }
        return out.toString();
    }

    /** Builds a {@link PackageUrl} from parts that are not encoded. */
    public static final class Builder {
        private final String type;
        private String name;
        private @Nullable String namespace;
        private @Nullable String version;
        private final SortedMap<String, String> qualifiers = new TreeMap<>();
        private @Nullable String subpath;

        private Builder(String type, String name) {
            this.type = Objects.requireNonNull(type, "type");
            this.name = Objects.requireNonNull(name, "name");
        }

        /** Sets the name. */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Sets the group, scope or owner, segments with slashes between them; empty for none. */
        public Builder namespace(String namespace) {
            this.namespace = Objects.requireNonNull(namespace, "namespace");
            return this;
        }

        /** Sets the version; empty for none. */
        public Builder version(String version) {
            this.version = Objects.requireNonNull(version, "version");
            return this;
        }

        /**
         * Sets a qualifier; an empty value takes it away.
         *
         * @param key in any case
         */
        public Builder qualifier(String key, String value) {
            String lower = key.toLowerCase(Locale.ROOT);
            if (value.isEmpty()) {
                qualifiers.remove(lower);
            } else {
                qualifiers.put(lower, value);
            }
            return this;
        }

        /** Sets the qualifier {@code repository_url}. */
        public Builder repositoryUrl(String url) {
            return qualifier("repository_url", url);
        }

        /** Sets the qualifier {@code checksum} to these digests; {@code sha3_256} is written {@code sha3-256}. */
        public Builder checksums(List<Digest> digests) {
            List<String> texts = new ArrayList<>();
            digests.forEach(digest -> texts.add(digest.algorithm().replace('_', '-') + ":" + digest.hex()));
            return qualifier("checksum", String.join(",", texts));
        }

        /** Sets the path within the package; empty, {@code .} and {@code ..} segments are left out. */
        public Builder subpath(String subpath) {
            this.subpath = Objects.requireNonNull(subpath, "subpath");
            return this;
        }

        /**
         * The package URL.
         *
         * @throws IllegalArgumentException when a part is not allowed, or the type needs another
         */
        public PackageUrl build() {
            PackageUrlParts parts = new PackageUrlParts(type, name);
            parts.namespace = namespace;
            parts.version = version;
            parts.subpath = subpath;
            try {
                qualifiers.forEach(parts::putQualifier);
                return parts.normalise();
            } catch (MalformedDataException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    }
}
