package dev.supplychain.model.oci;

import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an image: registry, repository, and a tag, a digest, both or neither.
 *
 * <p>It is the whole name: what users leave out for Docker Hub is filled in, a tag is not. Two are equal when their parts
 * are.
 *
 * <pre>{@code
 * ImageReference.parse("ubuntu:24.04");             // docker.io/library/ubuntu:24.04
 * ImageReference.parse("localhost:5000/app@sha256:9f86d0…");
 * ImageReference.ecr("123456789012", "eu-west-1", "team/app:1.0");
 * }</pre>
 *
 * @param domain the host of the registry with an optional port, such as {@code registry.example.com:5000}; {@code
 *     index.docker.io} becomes {@code docker.io}
 * @param path the repository in the registry, such as {@code team/app}, at most 255 characters; a single part on {@code
 *     docker.io} gets {@code library/} before it
 * @param tag at most 128 characters, such as {@code 1.0}
 * @param digest the digest of the image's manifest or index: sha256, sha384 or sha512
 * @see <a href="https://github.com/distribution/reference/blob/v0.6.0/reference.go">The grammar of references</a>
 */
public record ImageReference(String domain, String path, Optional<String> tag, Optional<Digest> digest) {
    private static final String DOCKER_HUB = "docker.io";
    private static final String DOCKER_INDEX = "index.docker.io";
    private static final String OFFICIAL = "library/";

    private static final Pattern AWS_ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern AWS_REGION = Pattern.compile("[a-z]{2,8}(-[a-z]{1,16}){1,3}-[0-9]{1,2}");
    private static final Pattern GCP_PROJECT =
            Pattern.compile("([a-z0-9][a-z0-9.-]{0,252}:)?[a-z][a-z0-9-]{4,28}[a-z0-9]");

    /**
     * Checks every part.
     *
     * @throws MalformedDataException when one does not fit the grammar, or the domain would be read as a part of the
     *     path: it needs a dot, a port or an upper-case letter, or to be {@code localhost}
     */
    public ImageReference {
        domain = domain.equals(DOCKER_INDEX) ? DOCKER_HUB : domain;
        path = domain.equals(DOCKER_HUB) && path.indexOf('/') < 0 ? OFFICIAL + path : path;
        new ReferenceGrammar("image domain", domain).domain(0, domain.length());
        if (!isDomain(domain)) {
            throw new MalformedDataException(
                    "image domain",
                    "",
                    Excerpt.quoted(domain)
                            + " has no dot and no port and is not localhost: it would be read as a path");
        }
        new ReferenceGrammar("image path", path).path(0, path.length());
        tag.ifPresent(text -> new ReferenceGrammar("image tag", text).tag(0, text.length()));
        digest.map(Digest::toString)
                .ifPresent(text -> new ReferenceGrammar("image digest", text).digest(0, text.length()));
    }

    /**
     * The reference in that text, as {@code docker pull} understands it: {@code ubuntu} is {@code
     * docker.io/library/ubuntu}.
     *
     * @throws MalformedDataException when it does not fit the grammar; it names the character
     */
    public static ImageReference parse(String text) {
        ReferenceGrammar grammar = new ReferenceGrammar("image reference", text);
        if (text.isEmpty()) {
            throw grammar.refuse(0, "is empty");
        }
        if (ReferenceGrammar.isIdentifier(text)) {
            throw grammar.refuse(0, "is 64 hexadecimal digits, which is the id of an image and not its name");
        }
        int slash = text.indexOf('/');
        boolean hasDomain = slash >= 0 && isDomain(text.substring(0, slash));
        int start = hasDomain ? slash + 1 : 0;
        if (hasDomain) {
            grammar.domain(0, slash);
        }
        int at = text.indexOf('@', start);
        int nameEnd = at < 0 ? text.length() : at;
        int colon = text.indexOf(':', start);
        int pathEnd = colon < 0 || colon > nameEnd ? nameEnd : colon;
        grammar.path(start, pathEnd);
        Optional<String> tag = pathEnd == nameEnd ? Optional.empty() : Optional.of(grammar.tag(pathEnd + 1, nameEnd));
        Optional<Digest> digest = at < 0 ? Optional.empty() : Optional.of(grammar.digest(at + 1, text.length()));
        return new ImageReference(
                hasDomain ? text.substring(0, slash) : DOCKER_HUB, text.substring(start, pathEnd), tag, digest);
    }

    /**
     * An image as a Docker registry step of a pipeline names it, such as {@code my-docker-org/repo-name:tag}; without
     * registry it is on Docker Hub. The same as {@link #parse}.
     *
     * @throws MalformedDataException when it does not fit the grammar; it names the character
     */
    public static ImageReference docker(String image) {
        return parse(image);
    }

    /**
     * An image in Amazon's Elastic Container Registry.
     *
     * @param accountId the 12 digits of the AWS account
     * @param region such as {@code eu-west-1}; for partitions with domains of their own, except China's, use {@link
     *     #parse}
     * @param image repository with tag or digest, such as {@code team/app:1.0}; the registry may stand before it
     * @throws IllegalArgumentException when the account or region cannot be one
     * @throws MalformedDataException when the image does not fit the grammar
     */
    public static ImageReference ecr(String accountId, String region, String image) {
        require("AWS account id", accountId, AWS_ACCOUNT, "is not 12 digits");
        require("AWS region", region, AWS_REGION, "is not like eu-west-1");
        String suffix = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
        return in(accountId + ".dkr.ecr." + region + suffix, image);
    }

    /**
     * An image in an Azure Container Registry.
     *
     * @param loginServer the registry's host, such as {@code automate.azurecr.io}
     * @param image repository with tag or digest; the login server may stand before it
     * @throws IllegalArgumentException when the login server is no host name with a dot
     * @throws MalformedDataException when the image does not fit the grammar
     */
    public static ImageReference acr(String loginServer, String image) {
        return in(requireHost("login server", loginServer), image);
    }

    /**
     * An image in Google's Artifact Registry.
     *
     * @param host the regional host, such as {@code us-east1-docker.pkg.dev}
     * @param projectId the project's id, such as {@code my-gcp-project}; the colon of an id with a domain becomes a slash
     * @param image repository and image with tag or digest, such as {@code repository-name/image:tag}; host and project
     *     may stand before it
     * @throws IllegalArgumentException when the host is no host name with a dot, or the project id cannot be one
     * @throws MalformedDataException when the image does not fit the grammar
     */
    public static ImageReference gar(String host, String projectId, String image) {
        require(
                "Google Cloud project id",
                projectId,
                GCP_PROJECT,
                "is not 6 to 30 lower-case letters, digits and dashes");
        return in(requireHost("Artifact Registry host", host) + "/" + projectId.replace(':', '/'), image);
    }

    private static ImageReference in(String registry, String image) {
        return parse(image.startsWith(registry + "/") ? image : registry + "/" + image);
    }

    private static void require(String what, String text, Pattern pattern, String problem) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " " + Excerpt.quoted(text) + " " + problem);
        }
    }

    private static String requireHost(String what, String host) {
        if (host.indexOf('.') < 0 || !ReferenceGrammar.isDomain(host)) {
            throw new IllegalArgumentException(what + " " + Excerpt.quoted(host) + " is no host name with a dot");
        }
        return host;
    }

    /** Whether what stands before the first slash names a registry, and not a part of a path on Docker Hub. */
    private static boolean isDomain(String text) {
        return text.equals("localhost")
                || text.indexOf('.') >= 0
                || text.indexOf(':') >= 0
                || !text.equals(text.toLowerCase(Locale.ROOT));
    }

    /** Domain and path: the name without tag and digest, such as {@code docker.io/library/ubuntu}. */
    public String repository() {
        return domain + "/" + path;
    }

    /**
     * The same image by this digest; a tag stays.
     *
     * @throws MalformedDataException when it is not a sha256, sha384 or sha512 digest
     */
    public ImageReference withDigest(Digest newDigest) {
        return new ImageReference(domain, path, tag, Optional.of(newDigest));
    }

    /**
     * The same repository with this tag; a digest stays.
     *
     * @throws MalformedDataException when it does not fit the grammar
     */
    public ImageReference withTag(String newTag) {
        return new ImageReference(domain, path, Optional.of(newTag), digest);
    }

    /** The whole reference, which {@link #parse} reads back. */
    @Override
    public String toString() {
        return repository()
                + tag.map(text -> ":" + text).orElse("")
                + digest.map(d -> "@" + d).orElse("");
    }
}
