package dev.supplychain.clients.vault;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What Vault answers about keys and signatures. */
final class TransitKeyReader {
    private static final String INPUT = "Vault's answer";
    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final int ED25519_BYTES = 32;
    /** A SubjectPublicKeyInfo of Ed25519 up to the key (RFC 8410, section 4). */
    private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private TransitKeyReader() {}

    static TransitKey key(String name, Json answer) {
        Json data = member(answer, "data", Json.Kind.OBJECT, "");
        String typeName = member(data, "type", Json.Kind.STRING, "/data").string();
        TransitKeyType type = TransitKeyType.of(typeName)
                .orElseThrow(() -> malformed(
                        "/data/type", "keys of type " + Excerpt.quoted(typeName) + " do not sign with a public half"));
        SortedMap<Integer, TransitKeyVersion> versions = new TreeMap<>();
        for (Map.Entry<String, Json> version :
                member(data, "keys", Json.Kind.OBJECT, "/data").members().entrySet()) {
            String place = "/data/keys/" + version.getKey();
            int number = number(version.getKey(), place);
            versions.put(number, new TransitKeyVersion(name, number, type, pem(type, version.getValue(), place)));
        }
        Json latest = member(data, "latest_version", Json.Kind.NUMBER, "/data");
        int latestVersion = number(latest.number(), "/data/latest_version");
        if (!versions.containsKey(latestVersion)) {
            throw malformed("/data/keys", "lacks the latest version " + latestVersion);
        }
        return new TransitKey(name, type, latestVersion, versions);
    }

    private static String pem(TransitKeyType type, Json version, String place) {
        if (version.kind() != Json.Kind.OBJECT) {
            throw malformed(place, "has no public key");
        }
        String text = member(version, "public_key", Json.Kind.STRING, place).string();
        if (type == TransitKeyType.ED25519) {
            return ed25519Pem(text, place + "/public_key");
        }
        if (!text.strip().startsWith(PEM_BEGIN)) {
            throw malformed(place + "/public_key", "is not PEM of a public key");
        }
        return text;
    }

    private static String ed25519Pem(String base64, String place) {
        byte[] key = base64(base64, place);
        if (key.length != ED25519_BYTES) {
            throw malformed(place, "has " + key.length + " bytes, not the 32 of an Ed25519 key");
        }
        byte[] spki = new byte[ED25519_SPKI.length + key.length];
        System.arraycopy(ED25519_SPKI, 0, spki, 0, ED25519_SPKI.length);
        System.arraycopy(key, 0, spki, ED25519_SPKI.length, key.length);
        return PEM_BEGIN + "\n" + Base64.getEncoder().encodeToString(spki) + "\n-----END PUBLIC KEY-----\n";
    }

    /** The bytes of {@code vault:v1:MEUCIQ…}, made by the version that was asked. */
    static byte[] signature(TransitKeyVersion key, Json answer) {
        Json data = member(answer, "data", Json.Kind.OBJECT, "");
        String text = member(data, "signature", Json.Kind.STRING, "/data").string();
        String prefix = "vault:v" + key.version() + ":";
        if (!text.startsWith(prefix)) {
            throw malformed("/data/signature", Excerpt.quoted(text) + " does not begin with " + prefix);
        }
        return base64(text.substring(prefix.length()), "/data/signature");
    }

    private static byte[] base64(String text, String place) {
        try {
            return Bytes.parseBase64(text).toByteArray();
        } catch (MalformedDataException e) {
            throw e.within(INPUT, place);
        }
    }

    private static int number(String text, String place) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw malformed(place, Excerpt.quoted(text) + " is not the number of a version");
        }
    }

    static Json member(Json object, String name, Json.Kind kind, String place) {
        return object.get(name)
                .filter(value -> value.kind() == kind)
                .orElseThrow(() -> malformed(place + "/" + name, "is missing or of another kind"));
    }

    private static MalformedDataException malformed(String place, String problem) {
        return new MalformedDataException(INPUT, place, problem);
    }
}
