package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.Base64Url;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Hashes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keys in JSON: a JSON Web Key, or a set of them.
 *
 * <p>They are EC keys on P-256, P-384 and P-521, Ed25519 keys, and RSA keys of 2048 to 4096 bits. A key is bound to its
 * {@code alg} and goes by its {@code kid}; one whose {@code use} or {@code key_ops} is not for signatures is not taken.
 * The JSON is strict, numbers have their one encoding, and symmetric keys are refused wherever they stand. Certificates in
 * a key ({@code x5c}, {@code x5u}) are not looked at. Messages never quote a private key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517">RFC 7517</a>
 */
public final class JwkKeys {
    private static final String KEY = "JWK";
    private static final String SET = "JWK set";
    private static final String SYMMETRIC = "it is symmetric: whoever verifies with it could sign";
    private static final int MAX_SIZE = 256 << 10;
    private static final int MAX_KEYS = 64;

    private JwkKeys() {}

    /**
     * Reads a public key, without what it says about itself.
     *
     * @throws KeyException when it is unreadable, weak, not for signatures, or a private key
     */
    public static PublicKey readPublicKey(String jwk) throws KeyException {
        return readTrustedKey(jwk).publicKey();
    }

    /**
     * Reads a public key as one to trust at any time, for its {@code alg}, under its {@code kid}.
     *
     * @throws KeyException when it is unreadable, weak, not for signatures, or a private key
     */
    public static TrustedKey readTrustedKey(String jwk) throws KeyException {
        return trustedKey(parse(KEY, jwk));
    }

    /**
     * {@link #readTrustedKey(String)} of a file.
     *
     * @throws IOException when the file cannot be read
     * @throws KeyException when it is unreadable, weak, not for signatures, or a private key
     */
    public static TrustedKey readTrustedKey(Path jwk) throws IOException, KeyException {
        return trustedKey(parse(KEY, Files.readAllBytes(jwk)));
    }

    /**
     * Reads a set of at most 64 public keys, in its order. Left out, as RFC 7517 asks, are keys for other purposes and of
     * kinds that are unknown here; one of ours that is weak or unreadable is refused with the whole set, and so are two
     * keys of one name, a private key and a symmetric one.
     *
     * @throws KeyException when a key is refused, or none is left
     */
    public static List<TrustedKey> readTrustedKeys(String jwkSet) throws KeyException {
        return trustedKeys(parse(SET, jwkSet));
    }

    /**
     * {@link #readTrustedKeys(String)} of a file.
     *
     * @throws IOException when the file cannot be read
     * @throws KeyException when a key is refused, or none is left
     */
    public static List<TrustedKey> readTrustedKeys(Path jwkSet) throws IOException, KeyException {
        return trustedKeys(parse(SET, Files.readAllBytes(jwkSet)));
    }

    /**
     * Reads a private key, which signs with its {@code alg} and names itself by its {@code kid}, where it has them.
     *
     * @throws KeyException when it is unreadable, weak, not for signatures, or its halves do not belong together
     */
    public static SigningKey readPrivateKey(String jwk) throws KeyException {
        return signingKey(parse(KEY, jwk));
    }

    /**
     * {@link #readPrivateKey(String)} of a file.
     *
     * @throws IOException when the file cannot be read
     * @throws KeyException when it is unreadable, weak, not for signatures, or its halves do not belong together
     */
    public static SigningKey readPrivateKey(Path jwk) throws IOException, KeyException {
        return signingKey(parse(KEY, Files.readAllBytes(jwk)));
    }

    /**
     * A public key for signatures, with its {@code alg} where there is only one, and without a name.
     *
     * @throws KeyException when it is weak or of a kind that is not allowed, or for RSASSA-PSS alone, which only the name
     *     of an algorithm says
     */
    public static String writePublicKey(PublicKey key) throws KeyException {
        return json(TrustedKey.of(key), Optional.empty()).toString();
    }

    /**
     * A trusted key with its first key id as {@code kid}, and its {@code alg} when it is for one only.
     *
     * @throws KeyException when it is for some algorithms and not others, or signs in unusual ways or for a limited time:
     *     a JWK does not say that
     */
    public static String writeTrustedKey(TrustedKey key) throws KeyException {
        return json(key, Optional.of(nameOf(key))).toString();
    }

    /**
     * A set of these keys, each as {@link #writeTrustedKey} has it.
     *
     * @throws KeyException when a JWK does not say what one of them is for
     */
    public static String writeTrustedKeys(List<TrustedKey> keys) throws KeyException {
        List<Json> written = new ArrayList<>();
        for (TrustedKey key : keys) {
            written.add(json(key, Optional.of(nameOf(key))));
        }
        return Json.object(Map.of("keys", Json.array(written))).toString();
    }

    /**
     * A private key with its algorithm and key id, not encrypted: keep it where only its owner reads.
     *
     * @throws KeyException when the private key lies in hardware
     */
    public static String writePrivateKey(SigningKey key) throws KeyException {
        CheckedPublicKey publicKey = CheckedPublicKey.of(key.publicKey());
        Json publicHalf = JwkWriter.of(
                publicKey,
                Optional.of(key.algorithm()),
                Optional.of(key.keyId()).filter(kid -> !kid.isEmpty()));
        return JwkWriter.withPrivate(publicHalf, publicKey, key.toPkcs8()).toString();
    }

    /**
     * The thumbprint of a key: base64url of the SHA-256 over its required members.
     *
     * @throws KeyException when it is weak or of a kind that is not allowed
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7638">RFC 7638</a>
     */
    public static String thumbprint(PublicKey key) throws KeyException {
        byte[] canonical = JwkWriter.required(CheckedPublicKey.of(key)).toUtf8();
        return Base64Url.encode(Hashes.sha256(canonical));
    }

    private static TrustedKey trustedKey(Json json) throws KeyException {
        Jwk key = new Jwk(KEY, json);
        requirePublic(key);
        requirePurpose(key, "verify");
        return trustedKey(key);
    }

    private static List<TrustedKey> trustedKeys(Json set) throws KeyException {
        List<Jwk> keys = keysOf(set);
        Set<String> kids = new HashSet<>();
        List<TrustedKey> trusted = new ArrayList<>();
        for (Jwk key : keys) {
            requirePublic(key);
            Optional<String> kid = key.kid();
            if (kid.isPresent() && !kids.add(kid.get())) {
                throw key.refused("its kid is that of an earlier key");
            }
            if (key.otherPurpose("verify").isEmpty()) {
                trusted.add(trustedKey(key));
            }
        }
        if (trusted.isEmpty()) {
            throw new KeyException(
                    SET + ": none of the " + keys.size() + " keys is of an allowed kind and for signatures");
        }
        return List.copyOf(trusted);
    }

    private static SigningKey signingKey(Json json) throws KeyException {
        Jwk key = new Jwk(KEY, json);
        if (key.isSymmetric()) {
            throw key.refused(SYMMETRIC);
        }
        if (!key.isPrivate()) {
            throw key.refused("it is a public key");
        }
        requirePurpose(key, "sign");
        SigningKey signing = key.signingKey();
        Optional<SignatureAlgorithm> algorithm = key.algorithm(CheckedPublicKey.of(signing.publicKey()));
        if (algorithm.isPresent()) {
            signing = signing.withAlgorithm(algorithm.get());
        }
        Optional<String> kid = key.kid();
        return kid.isPresent() ? signing.withKeyId(KeyId.of(kid.get())) : signing;
    }

    private static List<Jwk> keysOf(Json set) throws KeyException {
        Optional<Json> keys = set.get("keys");
        if (keys.isEmpty() || keys.get().kind() != Json.Kind.ARRAY) {
            throw new KeyException(SET + ": there is no array \"keys\"");
        }
        List<Json> elements = keys.get().elements();
        if (elements.size() > MAX_KEYS) {
            throw new KeyException(SET + ": " + elements.size() + " keys are more than the limit of " + MAX_KEYS);
        }
        List<Jwk> list = new ArrayList<>();
        for (Json element : elements) {
            list.add(new Jwk(SET + " at /keys/" + list.size(), element));
        }
        return list;
    }

    private static void requirePublic(Jwk key) throws KeyException {
        if (key.isSymmetric()) {
            throw key.refused(SYMMETRIC);
        }
        if (key.isPrivate()) {
            throw key.refused("it is a private key: give its public one");
        }
    }

    private static void requirePurpose(Jwk key, String operation) throws KeyException {
        Optional<String> otherPurpose = key.otherPurpose(operation);
        if (otherPurpose.isPresent()) {
            throw key.refused(otherPurpose.get());
        }
    }

    private static TrustedKey trustedKey(Jwk key) throws KeyException {
        CheckedPublicKey publicKey = key.publicKey();
        TrustedKey.Builder trusted = TrustedKey.builder().publicKey(publicKey.key());
        key.algorithm(publicKey).ifPresent(trusted::addAlgorithm);
        key.kid().ifPresent(kid -> trusted.addKeyId(KeyId.of(kid)).name(Excerpt.of(kid)));
        return trusted.build();
    }

    private static Json json(TrustedKey key, Optional<String> kid) throws KeyException {
        if (key.notBefore().isPresent()
                || key.notAfter().isPresent()
                || !key.legacySchemes().isEmpty()) {
            throw new KeyException(key + " is trusted for a time or in an unusual way, which a JWK does not say");
        }
        CheckedPublicKey publicKey = CheckedPublicKey.of(key.publicKey());
        Set<SignatureAlgorithm> unnamed = Set.copyOf(
                new Jwk(KEY, JwkWriter.required(publicKey)).publicKey().algorithms());
        if (key.algorithms().size() > 1 && !key.algorithms().equals(unnamed)) {
            throw new KeyException(
                    key + " is for " + key.algorithms() + "; a JWK names one algorithm, or none for " + unnamed);
        }
        Optional<SignatureAlgorithm> only = key.algorithms().stream()
                .filter(a -> key.algorithms().size() == 1)
                .findFirst();
        return JwkWriter.of(publicKey, only, kid);
    }

    private static String nameOf(TrustedKey key) {
        return key.keyIds().iterator().next().text();
    }

    private static Json parse(String what, String json) throws KeyException {
        requireLimit(what, json.length());
        try {
            return Json.parse(json);
        } catch (MalformedDataException e) {
            throw notStrict(what, e);
        }
    }

    private static Json parse(String what, byte[] utf8) throws KeyException {
        requireLimit(what, utf8.length);
        try {
            return Json.parse(utf8);
        } catch (MalformedDataException e) {
            throw notStrict(what, e);
        }
    }

    private static void requireLimit(String what, int size) throws KeyException {
        if (size > MAX_SIZE) {
            throw new KeyException(what + ": " + size + " characters are more than the limit of " + MAX_SIZE);
        }
    }

    /** The text may be a secret: what the parser quotes of it is not kept. */
    private static KeyException notStrict(String what, MalformedDataException e) {
        return new KeyException(what + ": not strict JSON" + (e.place().isEmpty() ? "" : " at " + e.place()));
    }
}
