package dev.supplychain.dsse.cosign;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.cosign.SignatureStore;
import dev.supplychain.model.cosign.SignatureSubject;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.PredicateTypes;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.ImageReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Signatures in a directory, beside files or in the place of a registry.
 *
 * <pre>{@code
 * DirectorySignatureStore store = DirectorySignatureStore.at(Path.of("signatures"));
 * store.addImage(ImageReference.parse("example.com/app:1.0@sha256:9f86d0…"));
 * }</pre>
 *
 * <p>This is what lies in it:
 *
 * <pre>
 * files/sha256-9f86d0…/signatures/    layers:       {"layer": {…}, "payload": "eyJjcml0…"}
 *                      bundles/       Sigstore bundles with a signature over the subject
 *                      attestations/  Sigstore bundles with any other envelope
 * images/4c1f…/                       the SHA-256 of a repository's name, such as docker.io/my-org/app
 *              sha256-9f86d0…/        one image of it, as above
 *              tags/a1b2….json        the SHA-256 of a tag: {"image": "docker.io/my-org/app:1.0@sha256:9f86d0…"}
 * </pre>
 *
 * In {@code signatures}, {@code bundles} and {@code attestations} each entry is a file of its own, {@code
 * GENERATION-NUMBER-SHA256.json}. The entries with the highest generation count, in the order of their numbers; an addition
 * that replaces opens the next generation. Files are written under another name and moved, so that nobody sees half of one;
 * several processes may write at once, and what two add at the same time both stays, also when both replace. The same entry is
 * not stored twice. Names are made of hashes and numbers alone: no name of an artifact gets into a path.
 *
 * <p>A directory takes 1,000 entries and an entry 32 MiB. Images are known once they were added or a signature of theirs
 * was; a tag is known once it was added.
 */
public final class DirectorySignatureStore implements SignatureStore {
    private static final Set<String> ALGORITHMS = Set.of(Digest.SHA256, Digest.SHA384, Digest.SHA512);

    private final Path root;

    private DirectorySignatureStore(Path root) {
        this.root = root;
    }

    /** The store in that directory, which is created when something is written. */
    public static DirectorySignatureStore at(Path directory) {
        return new DirectorySignatureStore(directory);
    }

    /**
     * Makes an image known, and its tag, where it has one, point at it from now on.
     *
     * @param image with the digest of its manifest or index
     * @throws IOException when it cannot be written
     * @throws IllegalArgumentException when the image has no digest
     */
    public void addImage(ImageReference image) throws IOException {
        Files.createDirectories(imageFolder(image, ImageRules.digestOf(image)));
        if (image.tag().isPresent()) {
            Json content = Json.object(Map.of("image", Json.of(image.toString())));
            StoredEntries.writeWhole(tagFile(image, image.tag().get()), content.toUtf8());
        }
    }

    @Override
    public Digest resolve(ImageReference image) throws IOException {
        if (image.tag().isEmpty() && image.digest().isEmpty()) {
            throw new IllegalArgumentException("image " + image + " has neither tag nor digest");
        }
        if (image.tag().isEmpty()) {
            return known(image, image.digest().orElseThrow());
        }
        Digest tagged = tagged(image, image.tag().get());
        if (image.digest().isPresent() && !image.digest().get().equals(tagged)) {
            throw new IOException("the tag of image " + image + " points at " + tagged + " in " + root);
        }
        return tagged;
    }

    private Digest known(ImageReference image, Digest digest) throws IOException {
        if (!Files.isDirectory(imageFolder(image, digest), LinkOption.NOFOLLOW_LINKS)) {
            throw unknown(image);
        }
        return digest;
    }

    private Digest tagged(ImageReference image, String tag) throws IOException {
        Path file = tagFile(image, tag);
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw unknown(image);
        }
        ImageReference found = read(file, () -> ImageReference.parse(member(Json.parse(content), "image")));
        if (!found.repository().equals(image.repository()) || !found.tag().equals(image.tag())) {
            throw new IOException(file + " is about the image " + found + ", and not about " + image);
        }
        return found.digest().orElseThrow(() -> new IOException(file + " has no digest"));
    }

    private IOException unknown(ImageReference image) {
        return new IOException("image " + image + " is not known in " + root + "; addImage makes it known");
    }

    @Override
    public List<CosignSignature> signatures(SignatureSubject subject) throws IOException {
        List<CosignSignature> signatures = new ArrayList<>();
        for (StoredEntries.Content entry : layers(folder(subject)).read()) {
            signatures.add(read(entry.file(), () -> parseLayer(entry.content())));
        }
        return List.copyOf(signatures);
    }

    @Override
    public List<Bundle> bundles(SignatureSubject subject) throws IOException {
        Path folder = folder(subject);
        List<StoredEntries.Content> entries = new ArrayList<>(bundles(folder).read());
        entries.addAll(attestations(folder).read());
        entries.sort(Comparator.comparingLong(StoredEntries.Content::number));
        List<Bundle> bundles = new ArrayList<>();
        for (StoredEntries.Content entry : entries) {
            bundles.add(read(entry.file(), () -> Bundle.parse(entry.content())));
        }
        return List.copyOf(bundles);
    }

    @Override
    public void attach(SignatureSubject subject, CosignSignature signature, Resigning resigning) throws IOException {
        StoredEntries layers = layers(folder(subject));
        layers.add(writeLayer(signature), layers.lastNumber() + 1, resigning);
    }

    @Override
    public void attach(SignatureSubject subject, Bundle bundle, Resigning resigning) throws IOException {
        Path folder = folder(subject);
        long number =
                Math.max(bundles(folder).lastNumber(), attestations(folder).lastNumber()) + 1;
        if (isSignature(bundle)) {
            bundles(folder).add(bundle.toJson(), number, resigning);
        } else {
            attestations(folder).append(bundle.toJson(), number);
        }
    }

    /** A signature over a file, or the statement that cosign 3 makes of a signature over an image. */
    private static boolean isSignature(Bundle bundle) {
        return bundle.messageSignature().isPresent()
                || bundle.dsseEnvelope()
                        .flatMap(DirectorySignatureStore::predicateType)
                        .filter(PredicateTypes.COSIGN_SIGN_V1::equals)
                        .isPresent();
    }

    /** As the envelope says, verified or not: it decides nothing but where a file lies. */
    private static Optional<String> predicateType(Envelope envelope) {
        try {
            return Optional.of(
                    InTotoStatement.parse(envelope.payload().toByteArray()).predicateType());
        } catch (MalformedDataException e) {
            return Optional.empty();
        }
    }

    private static byte[] writeLayer(CosignSignature signature) {
        Map<String, Json> entry = new LinkedHashMap<>();
        entry.put("layer", ModelJson.toJson(signature.layer()));
        entry.put("payload", Json.of(Bytes.of(signature.payload().toByteArray()).base64()));
        return Json.object(entry).toUtf8();
    }

    private static CosignSignature parseLayer(byte[] content) {
        Json entry = Json.parse(content);
        Json layer = entry.get("layer").orElseThrow(() -> missing("layer"));
        return new CosignSignature(
                ModelJson.readStrict(layer, Descriptor.class), Bytes.parseBase64(member(entry, "payload")));
    }

    private static String member(Json entry, String name) {
        return entry.get(name)
                .filter(value -> value.kind() == Json.Kind.STRING)
                .map(Json::string)
                .orElseThrow(() -> missing(name));
    }

    private static MalformedDataException missing(String name) {
        return new MalformedDataException("stored signature", "/" + name, "is missing");
    }

    /** Reads a file of ours. */
    @FunctionalInterface
    private interface Reader<T> {
        T read();
    }

    private static <T> T read(Path file, Reader<T> reader) throws IOException {
        try {
            return reader.read();
        } catch (MalformedDataException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    private Path folder(SignatureSubject subject) {
        if (subject instanceof SignatureSubject.Image image) {
            return imageFolder(image.reference(), image.digest());
        }
        return root.resolve("files").resolve(folderName(subject.digest()));
    }

    private Path imageFolder(ImageReference image, Digest digest) {
        return repositoryFolder(image).resolve(folderName(digest));
    }

    private Path tagFile(ImageReference image, String tag) {
        return repositoryFolder(image).resolve("tags").resolve(hash(tag) + ".json");
    }

    private Path repositoryFolder(ImageReference image) {
        return root.resolve("images").resolve(hash(image.repository()));
    }

    private static String hash(String name) {
        return Digest.sha256(name.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Of these algorithms the value is known to be hexadecimal. */
    private static String folderName(Digest digest) {
        if (!ALGORITHMS.contains(digest.algorithm())) {
            throw new IllegalArgumentException("signatures are kept by sha256, sha384 or sha512, and not by "
                    + Excerpt.quoted(digest.algorithm()));
        }
        return digest.algorithm() + "-" + digest.hex();
    }

    private static StoredEntries layers(Path folder) {
        return new StoredEntries(folder.resolve("signatures"));
    }

    private static StoredEntries bundles(Path folder) {
        return new StoredEntries(folder.resolve("bundles"));
    }

    private static StoredEntries attestations(Path folder) {
        return new StoredEntries(folder.resolve("attestations"));
    }

    /** The directory. */
    @Override
    public String toString() {
        return "DirectorySignatureStore[" + root + "]";
    }
}
