package dev.supplychain.model.cosign;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.oci.ImageReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that are signed for a container image in the simple signing format: which image, under which name.
 *
 * <p>A signature is over the bytes: they are kept as they were read and never written anew. A payload that was read proves
 * nothing before its signature is verified, and then only together with {@link #isAbout} and, where the name matters,
 * {@link #matchesRepository} or {@link #matchesExactly}. Two are equal when their bytes are.
 *
 * <pre>{@code
 * {"critical":{"identity":{"docker-reference":"registry.example.com/app"},
 *  "image":{"docker-manifest-digest":"sha256:9f86d0…"},"type":"cosign container image signature"},"optional":null}
 * }</pre>
 *
 * @see <a href="https://github.com/containers/image/blob/main/docs/containers-signature.5.md#json-data-format">Signature
 *     format, JSON data</a>
 */
public final class SimpleSigningPayload {
    /** Who writes the payload; each dialect has bytes and rules of its own. */
    public enum Dialect {
        /**
         * Written by cosign and, for sigstore signatures, by skopeo and podman: compact, {@code optional} is an object or
         * null.
         */
        COSIGN("cosign container image signature"),
        /** Written by skopeo and podman for OpenPGP signatures: compact, {@code optional} is an object. */
        ATOMIC("atomic container signature"),
        /** Written by gcloud for Binary Authorization: indented, with a newline at the end, without {@code optional}. */
        BINARY_AUTHORIZATION("Google cloud binauthz container signature");

        private final String type;

        Dialect(String type) {
            this.type = type;
        }

        /** The text in {@code critical.type}. */
        public String type() {
            return type;
        }

        static Optional<Dialect> ofType(String type) {
            return Arrays.stream(values()).filter(d -> d.type.equals(type)).findFirst();
        }
    }

    /** The media type of the layer that holds a payload in a registry, and of the payload in a DSSE envelope. */
    public static final String MEDIA_TYPE = "application/vnd.dev.cosign.simplesigning.v1+json";

    private static final String DOCKER_HUB = "docker.io/";

    private final Bytes bytes;
    private final String type;
    private final String dockerReference;
    private final Digest digest;
    private final Json optional;

    SimpleSigningPayload(Bytes bytes, String type, String dockerReference, Digest digest, Json optional) {
        this.bytes = bytes;
        this.type = type;
        this.dockerReference = dockerReference;
        this.digest = digest;
        this.optional = optional;
    }

    /**
     * Reads a payload of that dialect, as strictly as containers/image (skopeo, podman, CRI-O) does: every member has to
     * be there once, in the right case, and {@code critical} holds no other.
     *
     * @throws MalformedDataException when it is anything else, or of another dialect; it names the place
     */
    public static SimpleSigningPayload parse(Dialect dialect, byte[] payload) {
        return SimpleSigningReader.readStrict(dialect, payload);
    }

    /**
     * Reads a payload as Kritis and Voucher write it for Binary Authorization: that of {@link Dialect#ATOMIC}, in which
     * {@code optional} may be missing. It is as strict as {@link #parse} otherwise.
     *
     * @throws MalformedDataException when it is anything else; it names the place
     */
    public static SimpleSigningPayload parseKritis(byte[] payload) {
        return SimpleSigningReader.readKritis(payload);
    }

    /**
     * Reads a payload as leniently as cosign 2 does: duplicate members (the last counts), letters in another case, unknown
     * members, another {@code type} and a missing {@code optional} or {@code docker-reference} are taken. Another reader
     * may see another image in the same bytes: use it only for signatures that cosign accepts and {@link #parse} does not.
     *
     * @throws MalformedDataException when it is not JSON or names no digest
     */
    public static SimpleSigningPayload parseCosignCompat(byte[] payload) {
        return SimpleSigningReader.readLikeCosign(payload);
    }

    /**
     * What {@code cosign sign} signs for an image by its digest: the repository without the tag. Images of Docker Hub are
     * on {@code index.docker.io} to cosign.
     *
     * @throws IllegalArgumentException when the reference has no digest
     */
    public static SimpleSigningPayload cosign(ImageReference image) {
        return cosign(image, Map.of());
    }

    /**
     * What {@code cosign sign -a name=value} signs for an image by its digest.
     *
     * @throws IllegalArgumentException when the reference has no digest
     */
    public static SimpleSigningPayload cosign(ImageReference image, Map<String, String> annotations) {
        Digest digest = digestOf(image);
        String repository = image.repository();
        return cosign(repository.startsWith(DOCKER_HUB) ? "index." + repository : repository, digest, annotations);
    }

    /**
     * What {@code cosign sign --sign-container-identity} signs.
     *
     * @param dockerReference the name that the image is to be known by
     * @param digest the digest of its manifest
     * @param annotations what else is signed; written in the order of the names, and as null when there are none
     * @throws IllegalArgumentException when it is not a sha256, sha384 or sha512 digest
     */
    public static SimpleSigningPayload cosign(String dockerReference, Digest digest, Map<String, String> annotations) {
        Map<String, Json> members = new TreeMap<>();
        annotations.forEach((name, value) -> members.put(name, Json.of(value)));
        return of(Dialect.COSIGN, dockerReference, digest, members.isEmpty() ? Json.ofNull() : Json.object(members));
    }

    /**
     * What skopeo and podman sign with an OpenPGP key.
     *
     * @param image with its digest; the tag is signed as a part of the name
     * @param creator the name and version of the signing program, such as {@code containers/image 5.34.2}
     * @param time when it was signed; its seconds are written
     * @throws IllegalArgumentException when the reference has no digest
     */
    public static SimpleSigningPayload atomic(ImageReference image, String creator, Instant time) {
        Map<String, Json> optional =
                new TreeMap<>(Map.of("creator", Json.of(creator), "timestamp", Json.of(time.getEpochSecond())));
        return of(
                Dialect.ATOMIC,
                image.repository() + image.tag().map(tag -> ":" + tag).orElse(""),
                digestOf(image),
                Json.object(optional));
    }

    /**
     * What {@code gcloud container binauthz create-signature-payload} prints, byte for byte.
     *
     * @param image with its digest; a tag is left out
     * @throws IllegalArgumentException when the reference has no digest
     */
    public static SimpleSigningPayload binaryAuthorization(ImageReference image) {
        return of(Dialect.BINARY_AUTHORIZATION, image.repository(), digestOf(image), Json.ofNull());
    }

    private static SimpleSigningPayload of(Dialect dialect, String dockerReference, Digest digest, Json optional) {
        if (!SimpleSigningReader.isManifestDigest(digest)) {
            throw new IllegalArgumentException(
                    Excerpt.quoted(digest.toString()) + " is not a sha256, sha384 or sha512 digest of an image");
        }
        byte[] bytes = dialect == Dialect.BINARY_AUTHORIZATION
                ? SimpleSigningWriter.indented(dialect, dockerReference, digest)
                : SimpleSigningWriter.compact(dialect, dockerReference, digest, optional);
        return new SimpleSigningPayload(Bytes.of(bytes), dialect.type(), dockerReference, digest, optional);
    }

    private static Digest digestOf(ImageReference image) {
        return image.digest()
                .orElseThrow(() -> new IllegalArgumentException(
                        "image reference " + Excerpt.quoted(image.toString()) + " has no digest to be signed"));
    }

    /** The signed bytes. */
    public Bytes bytes() {
        return bytes;
    }

    /** The text in {@code critical.type}; any text after {@link #parseCosignCompat}. */
    public String type() {
        return type;
    }

    /** Who wrote it, after {@link #type()}; empty only after {@link #parseCosignCompat}. */
    public Optional<Dialect> dialect() {
        return Dialect.ofType(type);
    }

    /** The name that the image is to be known by, as it stands there; may be empty or no reference at all. */
    public String dockerReference() {
        return dockerReference;
    }

    /** The digest of the image's manifest or index. */
    public Digest digest() {
        return digest;
    }

    /** What stands in {@code optional}; absent when there is no such member or it is null. */
    public Optional<Json> optional() {
        return Optional.of(optional).filter(json -> !json.isNull());
    }

    /** The signing program; absent when it is not named, or not by a text. */
    public Optional<String> creator() {
        return optional()
                .flatMap(json -> json.get("creator"))
                .filter(json -> json.kind() == Json.Kind.STRING)
                .map(Json::string);
    }

    /** When the signer says it was signed; absent when it says nothing or no whole number of seconds. */
    public Optional<Instant> timestamp() {
        return optional().flatMap(json -> json.get("timestamp")).flatMap(SimpleSigningPayload::instant);
    }

    static Optional<Instant> instant(Json seconds) {
        if (seconds.kind() != Json.Kind.NUMBER) {
            return Optional.empty();
        }
        try {
            BigDecimal number = seconds.decimal();
            return Optional.of(Instant.ofEpochSecond(number.longValueExact()));
        } catch (ArithmeticException | java.time.DateTimeException | MalformedDataException notATime) {
            return Optional.empty();
        }
    }

    /** True when the image with this digest is meant. */
    public boolean isAbout(Digest image) {
        return digest.equals(image);
    }

    /**
     * True when the name is in the repository of that image, whatever the tag: {@code matchRepository} of
     * containers-policy.json. A name that is no reference matches nothing.
     */
    public boolean matchesRepository(ImageReference image) {
        return reference()
                .filter(signed -> signed.repository().equals(image.repository()))
                .isPresent();
    }

    /**
     * True when the name is that of the image, tag and digest included, and one of the two is there: {@code matchExact} of
     * containers-policy.json.
     */
    public boolean matchesExactly(ImageReference image) {
        return (image.tag().isPresent() || image.digest().isPresent())
                && reference().filter(image::equals).isPresent();
    }

    private Optional<ImageReference> reference() {
        try {
            return Optional.of(ImageReference.parse(dockerReference));
        } catch (MalformedDataException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SimpleSigningPayload that && bytes.equals(that.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    /** The name and the digest. */
    @Override
    public String toString() {
        return Excerpt.of(dockerReference) + "@" + digest;
    }
}
