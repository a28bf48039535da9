package dev.supplychain.dsse.cosign;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.HashAlgorithm;
import dev.supplychain.model.cosign.HashOutput;
import dev.supplychain.model.cosign.LegacyBundle;
import dev.supplychain.model.cosign.MessageSignature;
import dev.supplychain.model.cosign.PublicKeyIdentifier;
import dev.supplychain.model.cosign.VerificationMaterial;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The signature over a file, in any of the forms that {@code cosign sign-blob} writes beside it; not verified.
 *
 * <pre>{@code
 * BlobSignature signature = CosignSigner.of(key).signBlob(jar);
 * Files.writeString(Path.of("app.jar.sig"), signature.text());
 * Files.write(Path.of("app.jar.sigstore.json"), signature.bundle().toJson());
 * }</pre>
 */
public final class BlobSignature {
    private static final String INPUT = "blob signature";
    private static final int MAX_TEXT_CHARS = 16_384;

    private final Bytes signature;
    private final Optional<Digest> digest;
    private final Optional<String> keyHint;
    private final SignatureMaterial material;

    private BlobSignature(
            Bytes signature, Optional<Digest> digest, Optional<String> keyHint, SignatureMaterial material) {
        this.signature = signature;
        this.digest = digest;
        this.keyHint = keyHint;
        this.material = material;
    }

    static BlobSignature of(Bytes signature, Digest digest, String keyHint) {
        return new BlobSignature(signature, Optional.of(digest), Optional.of(keyHint), SignatureMaterial.none());
    }

    /** The signature alone: DER for ECDSA. */
    public static BlobSignature of(Bytes signature) {
        return new BlobSignature(signature, Optional.empty(), Optional.empty(), SignatureMaterial.none());
    }

    /**
     * The signature in a bundle.
     *
     * @throws MalformedDataException when the bundle has an envelope instead, or the hash of the file in a way that is not
     *     known here
     */
    public static BlobSignature of(Bundle bundle) {
        MessageSignature message = bundle.messageSignature()
                .orElseThrow(() -> new MalformedDataException(
                        "Bundle", "/messageSignature", "is missing: the bundle has an envelope, an attestation"));
        return new BlobSignature(
                message.signature(),
                message.messageDigest().map(BlobSignature::digest),
                bundle.verificationMaterial().publicKey().flatMap(PublicKeyIdentifier::hint),
                SignatureMaterial.of(bundle));
    }

    /** The signature in a bundle of cosign 1 and 2. */
    public static BlobSignature of(LegacyBundle bundle) {
        return new BlobSignature(bundle.signature(), Optional.empty(), Optional.empty(), SignatureMaterial.of(bundle));
    }

    /**
     * Reads what cosign wrote: a line of base64 ({@code --output-signature}), a bundle of cosign 1 and 2 ({@code --bundle}) or
     * a Sigstore bundle ({@code --new-bundle-format}).
     *
     * @throws MalformedDataException when it is none of these; it names the place
     */
    public static BlobSignature parse(byte[] file) {
        for (byte b : file) {
            if (b == '{') {
                return parseJson(file);
            }
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                break;
            }
        }
        return parseText(new String(file, StandardCharsets.ISO_8859_1));
    }

    private static BlobSignature parseJson(byte[] json) {
        Json document = Json.parse(json);
        return document.get("mediaType").isPresent() ? of(Bundle.parse(json)) : of(LegacyBundle.parse(json));
    }

    /** Programs for base64 break lines, and cosign reads over the breaks. */
    private static BlobSignature parseText(String text) {
        if (text.length() > MAX_TEXT_CHARS) {
            throw new MalformedDataException(
                    INPUT, "", text.length() + " characters, more than the " + MAX_TEXT_CHARS + " of any signature");
        }
        try {
            return of(Bytes.parseBase64(text.strip().replace("\r\n", "").replace("\n", "")));
        } catch (MalformedDataException e) {
            throw e.within(INPUT, "");
        }
    }

    private static Digest digest(HashOutput hash) {
        String hex =
                HexFormat.of().formatHex(hash.digest().orElse(Bytes.empty()).toByteArray());
        try {
            return new Digest(algorithm(hash.algorithm()), hex);
        } catch (MalformedDataException e) {
            throw e.within("Bundle", "/messageSignature/messageDigest/digest");
        }
    }

    private static String algorithm(OpenEnum<HashAlgorithm> algorithm) {
        return switch (algorithm.known().orElse(HashAlgorithm.HASH_ALGORITHM_UNSPECIFIED)) {
            case SHA2_256 -> Digest.SHA256;
            case SHA2_384 -> Digest.SHA384;
            case SHA2_512 -> Digest.SHA512;
            case SHA3_256 -> Digest.SHA3_256;
            case SHA3_384 -> Digest.SHA3_384;
            case HASH_ALGORITHM_UNSPECIFIED ->
                throw new MalformedDataException(
                        "Bundle", "/messageSignature/messageDigest/algorithm", algorithm + " is not known here");
        };
    }

    /** The signature itself. */
    public Bytes signature() {
        return signature;
    }

    /** The hash of the file, as whoever made the bundle says; absent in other forms. */
    public Optional<Digest> digest() {
        return digest;
    }

    SignatureMaterial material() {
        return material;
    }

    /** The line of base64 that {@code cosign verify-blob --signature} reads. */
    public String text() {
        return Bytes.of(signature.toByteArray()).base64();
    }

    /**
     * The bundle that {@code cosign verify-blob --bundle --new-bundle-format} reads: signature, hash of the file where it is
     * known, and a hint to the key. Entries in logs and certificates are not carried over.
     */
    public Bundle bundle() {
        MessageSignature message = digest.map(file -> MessageSignature.of(file, signature))
                .orElseGet(() -> MessageSignature.builder().signature(signature).build());
        return Bundle.builder()
                .verificationMaterial(VerificationMaterial.builder()
                        .publicKey(PublicKeyIdentifier.builder().hint(keyHint).build())
                        .build())
                .messageSignature(message)
                .build();
    }

    /** The bundle that {@code cosign verify-blob --bundle} reads: the signature alone. */
    public LegacyBundle legacyBundle() {
        return LegacyBundle.builder().signature(signature).build();
    }
}
