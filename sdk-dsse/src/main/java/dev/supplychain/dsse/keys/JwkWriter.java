package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.internal.Base64Url;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Der;
import dev.supplychain.dsse.internal.DerException;
import dev.supplychain.dsse.internal.JoseAlgorithms;
import dev.supplychain.dsse.internal.KeyKind;
import dev.supplychain.model.Json;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the numbers of a key into the members of a JSON Web Key. */
final class JwkWriter {
    private final Map<String, Json> members = new LinkedHashMap<>();

    private JwkWriter() {}

    /** What makes the key and nothing else, in the order of RFC 7638, section 3. */
    static Json required(CheckedPublicKey key) {
        JwkWriter writer = new JwkWriter();
        try {
            writer.writePublic(key);
        } catch (DerException e) {
            throw new IllegalStateException("a key that was accepted is refused", e);
        }
        return Json.object(new TreeMap<>(writer.members));
    }

    /** The key with what its owner says about it. */
    static Json of(CheckedPublicKey key, Optional<SignatureAlgorithm> algorithm, Optional<String> kid) {
        Map<String, Json> all = new LinkedHashMap<>();
        Map<String, Json> numbers = required(key).members();
        all.put("kty", numbers.get("kty"));
        all.put("use", Json.of("sig"));
        algorithm.ifPresent(a -> all.put("alg", Json.of(JoseAlgorithms.name(a))));
        kid.ifPresent(id -> all.put("kid", Json.of(id)));
        all.putAll(numbers);
        return Json.object(all);
    }

    /** The same with the private half, from its PKCS#8 form. */
    static Json withPrivate(Json publicKey, CheckedPublicKey key, byte[] pkcs8) {
        JwkWriter writer = new JwkWriter();
        writer.members.putAll(publicKey.members());
        try {
            Der info = Der.readSequence(pkcs8);
            info.integer();
            info.element(Der.SEQUENCE);
            writer.writePrivate(key, info.content(Der.OCTET_STRING));
        } catch (DerException e) {
            throw new IllegalStateException("a key that was written cannot be read", e);
        }
        return Json.object(writer.members);
    }

    private void writePublic(CheckedPublicKey key) throws DerException {
        if (key.kind().isRsa()) {
            Der numbers = Der.readSequence(key.bits());
            put("kty", "RSA");
            put("n", numbers.integer());
            put("e", numbers.integer());
            return;
        }
        JwkCurve curve = JwkCurve.find(Der.readSequence(key.spki()).element(Der.SEQUENCE))
                .orElseThrow();
        byte[] bits = key.bits();
        put("kty", curve.keyType());
        put("crv", curve.text());
        if (curve == JwkCurve.ED25519) {
            put("x", bits);
        } else {
            put("x", Arrays.copyOfRange(bits, 1, 1 + curve.bytes()));
            put("y", Arrays.copyOfRange(bits, 1 + curve.bytes(), bits.length));
        }
    }

    private void writePrivate(CheckedPublicKey key, byte[] inner) throws DerException {
        if (key.kind().isRsa()) {
            Der numbers = Der.readSequence(inner);
            numbers.integer();
            for (String name : Jwk.RSA_NUMBERS) {
                put(name, numbers.integer());
            }
        } else if (key.kind() == KeyKind.ED25519) {
            put("d", Der.onlyContent(inner, Der.OCTET_STRING));
        } else {
            Der ec = Der.readSequence(inner);
            ec.integer();
            put("d", ec.content(Der.OCTET_STRING));
        }
    }

    private void put(String name, String text) {
        members.put(name, Json.of(text));
    }

    private void put(String name, byte[] bytes) {
        put(name, Base64Url.encode(bytes));
    }

    private void put(String name, BigInteger number) {
        byte[] bytes = number.toByteArray();
        put(name, bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
