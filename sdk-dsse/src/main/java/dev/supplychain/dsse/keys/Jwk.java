package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.Base64Url;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Der;
import dev.supplychain.dsse.internal.JoseAlgorithms;
import dev.supplychain.dsse.internal.Pkcs8;
import dev.supplychain.model.Json;
import dev.supplychain.model.internal.Excerpt;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One JSON Web Key as it is read. Messages quote names and never the numbers of a key. */
final class Jwk {
    /** The numbers of an RSA key in the order of PKCS#1, behind a version. */
    static final List<String> RSA_NUMBERS = List.of("n", "e", "d", "p", "q", "dp", "dq", "qi");

    private static final int MAX_KID_CHARS = 1024;
    private static final int MAX_NUMBER_BYTES = 512;
    private static final int SEC1_PUBLIC_KEY = 0xA1;
    private static final int PKCS8_PUBLIC_KEY = 0x81;
    private static final List<String> PRIVATE_MEMBERS = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final Set<String> KEY_TYPES = Set.of("EC", "OKP", "RSA");

    private final String place;
    private final Map<String, Json> members;

    /**
     * A key at that place.
     *
     * @throws KeyException when it is not an object
     */
    Jwk(String place, Json json) throws KeyException {
        this.place = place;
        if (json.kind() != Json.Kind.OBJECT) {
            throw refused("it is not an object");
        }
        this.members = json.members();
    }

    /**
     * Why this key is of no use here although nothing is wrong with it: it is for another purpose, or of a kind that is
     * unknown here.
     *
     * @param operation what it is wanted for, {@code sign} or {@code verify}
     * @throws KeyException when what it says about itself is not as RFC 7517 says
     */
    Optional<String> otherPurpose(String operation) throws KeyException {
        String keyType = text("kty");
        Optional<String> crv = optionalText("crv");
        if (!KEY_TYPES.contains(keyType)
                || (!keyType.equals("RSA")
                        && crv.isPresent()
                        && JwkCurve.find(keyType, crv.get()).isEmpty())) {
            return Optional.of("kty " + Excerpt.quoted(keyType)
                    + crv.map(name -> " with crv " + Excerpt.quoted(name)).orElse("")
                    + " is not allowed; allowed are EC on P-256, P-384 and P-521, OKP on Ed25519, and RSA");
        }
        Optional<String> use = optionalText("use");
        if (use.isPresent() && !use.get().equals("sig")) {
            return Optional.of("it is for use " + Excerpt.quoted(use.get()) + ", not for \"sig\"");
        }
        Optional<Set<String>> operations = operations();
        if (operations.isPresent() && !operations.get().contains(operation)) {
            return Optional.of("\"" + operation + "\" is not among its key_ops");
        }
        return optionalText("alg")
                .filter(name -> JoseAlgorithms.find(name).isEmpty())
                .map(name -> "its alg " + Excerpt.quoted(name) + " is none that is allowed for signatures");
    }

    private Optional<Set<String>> operations() throws KeyException {
        Json array = members.get("key_ops");
        if (array == null) {
            return Optional.empty();
        }
        if (array.kind() != Json.Kind.ARRAY) {
            throw refused("key_ops is not an array");
        }
        Set<String> operations = new HashSet<>();
        for (Json operation : array.elements()) {
            if (operation.kind() != Json.Kind.STRING || !operations.add(operation.string())) {
                throw refused("key_ops are not texts of which each is another");
            }
        }
        return Optional.of(operations);
    }

    /** True for a key that signer and verifier share. */
    boolean isSymmetric() throws KeyException {
        return text("kty").equals("oct");
    }

    /** True when there is something secret in it. */
    boolean isPrivate() {
        return PRIVATE_MEMBERS.stream().anyMatch(members::containsKey);
    }

    /** The name that its owner gave it. */
    Optional<String> kid() throws KeyException {
        Optional<String> kid = optionalText("kid");
        if (kid.isPresent() && (kid.get().isEmpty() || kid.get().length() > MAX_KID_CHARS)) {
            throw refused("kid has " + kid.get().length() + " characters; allowed are 1 to " + MAX_KID_CHARS);
        }
        return kid;
    }

    /**
     * The only algorithm that the key is for; absent when it does not say.
     *
     * @throws KeyException when it is not one of the key's
     */
    Optional<SignatureAlgorithm> algorithm(CheckedPublicKey key) throws KeyException {
        Optional<String> name = optionalText("alg");
        Optional<SignatureAlgorithm> algorithm = name.flatMap(JoseAlgorithms::find);
        if (name.isPresent() && (algorithm.isEmpty() || !key.algorithms().contains(algorithm.get()))) {
            throw refused("its alg " + Excerpt.quoted(name.get()) + " is not one of a key for " + key.algorithms());
        }
        return algorithm;
    }

    /**
     * The public key.
     *
     * @throws KeyException when a number is missing, not in its only encoding, or not one to be used
     */
    CheckedPublicKey publicKey() throws KeyException {
        byte[] spki = spki();
        try {
            return CheckedPublicKey.parse(spki);
        } catch (KeyException e) {
            throw new KeyException(place + ": " + e.getMessage(), e);
        }
    }

    private byte[] spki() throws KeyException {
        if (text("kty").equals("RSA")) {
            byte[] numbers = Der.write(Der.SEQUENCE, Der.write(number("n")), Der.write(number("e")));
            return Der.write(Der.SEQUENCE, JwkCurve.rsaIdentifier(), Der.writeBits(numbers));
        }
        JwkCurve curve = curve();
        byte[] bits = curve == JwkCurve.ED25519
                ? fixed("x", curve)
                : Der.concat(new byte[] {4}, fixed("x", curve), fixed("y", curve));
        return Der.write(Der.SEQUENCE, curve.identifier(), Der.writeBits(bits));
    }

    /**
     * The key pair.
     *
     * @throws KeyException when a number is missing, not in its only encoding, or not of this pair
     */
    SigningKey signingKey() throws KeyException {
        CheckedPublicKey publicKey = publicKey();
        byte[] der;
        if (publicKey.kind().isRsa()) {
            der = pkcs1();
        } else {
            JwkCurve curve = curve();
            byte[] secret = fixed("d", curve);
            der = curve == JwkCurve.ED25519 ? pkcs8OfSeed(secret, publicKey) : pkcs8OfScalar(curve, secret, publicKey);
        }
        try {
            return SigningKey.of(publicKey.kind().isRsa() ? Pkcs8.readPkcs1(der) : Pkcs8.read(der));
        } catch (KeyException e) {
            throw new KeyException(place + ": " + e.getMessage(), e);
        }
    }

    private byte[] pkcs1() throws KeyException {
        if (members.containsKey("oth")) {
            throw refused("it has more than two primes");
        }
        byte[] numbers = Der.write(BigInteger.ZERO);
        for (String name : RSA_NUMBERS) {
            numbers = Der.concat(numbers, Der.write(number(name)));
        }
        return Der.write(Der.SEQUENCE, numbers);
    }

    /** With the public key inside, which must belong to it. */
    private static byte[] pkcs8OfScalar(JwkCurve curve, byte[] scalar, CheckedPublicKey publicKey) {
        byte[] sec1 = Der.write(
                Der.SEQUENCE,
                Der.write(BigInteger.ONE),
                Der.write(Der.OCTET_STRING, scalar),
                Der.write(SEC1_PUBLIC_KEY, Der.writeBits(publicKey.bits())));
        return Der.write(
                Der.SEQUENCE, Der.write(BigInteger.ZERO), curve.identifier(), Der.write(Der.OCTET_STRING, sec1));
    }

    private static byte[] pkcs8OfSeed(byte[] seed, CheckedPublicKey publicKey) {
        return Der.write(
                Der.SEQUENCE,
                Der.write(BigInteger.ONE),
                JwkCurve.ED25519.identifier(),
                Der.write(Der.OCTET_STRING, Der.write(Der.OCTET_STRING, seed)),
                Der.write(PKCS8_PUBLIC_KEY, new byte[1], publicKey.bits()));
    }

    private JwkCurve curve() throws KeyException {
        String keyType = text("kty");
        String name = text("crv");
        Optional<JwkCurve> curve = JwkCurve.find(keyType, name);
        if (curve.isEmpty()) {
            throw refused("kty " + Excerpt.quoted(keyType) + " has no crv " + Excerpt.quoted(name));
        }
        return curve.get();
    }

    private byte[] fixed(String name, JwkCurve curve) throws KeyException {
        byte[] bytes = bytes(name);
        if (bytes.length != curve.bytes()) {
            throw refused(name + " has " + bytes.length + " bytes instead of " + curve.bytes());
        }
        return bytes;
    }

    private BigInteger number(String name) throws KeyException {
        byte[] bytes = bytes(name);
        if (bytes.length == 0 || bytes[0] == 0) {
            throw refused(name + " is not a number without leading zeros");
        }
        if (bytes.length > MAX_NUMBER_BYTES) {
            throw refused(name + " has " + bytes.length + " bytes, more than an RSA key that is allowed");
        }
        return new BigInteger(1, bytes);
    }

    private byte[] bytes(String name) throws KeyException {
        Optional<byte[]> bytes = Base64Url.decode(text(name));
        if (bytes.isEmpty()) {
            throw refused(name + " is not base64url without padding");
        }
        return bytes.get();
    }

    private String text(String name) throws KeyException {
        Optional<String> text = optionalText(name);
        if (text.isEmpty()) {
            throw refused("it has no " + name);
        }
        return text.get();
    }

    private Optional<String> optionalText(String name) throws KeyException {
        Json value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value.kind() != Json.Kind.STRING) {
            throw refused(name + " is not a text");
        }
        return Optional.of(value.string());
    }

    KeyException refused(String problem) {
        return new KeyException(place + ": " + problem);
    }
}
