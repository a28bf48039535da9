package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.bc.SecretBox;
import dev.supplychain.dsse.keys.ScryptCost;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A secret under a password, in the JSON of go-securesystemslib's package {@code encrypted}: scrypt and NaCl's secretbox.
 *
 * <pre>{@code
 * {"kdf":{"name":"scrypt","params":{"N":65536,"r":8,"p":1},"salt":"…"},
 *  "cipher":{"name":"nacl/secretbox","nonce":"…"},"ciphertext":"…"}
 * }</pre>
 */
public final class PasswordBox {
    private static final int SALT_BYTES = 32;
    private static final int NUMBER_CHARS = 20;
    private static final String KDF = "scrypt";
    private static final String CIPHER = "nacl/secretbox";
    private static final String PURPOSE = "a private key under a password, as cosign has it,";

    private final ScryptCost cost;
    private final byte[] salt;
    private final byte[] nonce;
    private final byte[] ciphertext;

    private PasswordBox(ScryptCost cost, byte[] salt, byte[] nonce, byte[] ciphertext) {
        this.cost = cost;
        this.salt = salt;
        this.nonce = nonce;
        this.ciphertext = ciphertext;
    }

    /**
     * Reads one and checks all that can be checked without the password. A cost that is not one of {@link ScryptCost} is
     * refused here, before anything is derived or allocated: whoever wrote the file chose it.
     *
     * @throws KeyException when it is anything else; it names the place and quotes no content
     */
    public static PasswordBox parse(byte[] json) throws KeyException {
        Part document = Part.ofDocument(json);
        Part kdf = document.object("kdf");
        kdf.requireText("name", KDF);
        ScryptCost cost = cost(kdf.object("params"));
        byte[] salt = kdf.bytes("salt", SALT_BYTES, SALT_BYTES);
        Part cipher = document.object("cipher");
        cipher.requireText("name", CIPHER);
        byte[] nonce = cipher.bytes("nonce", SecretBox.NONCE_BYTES, SecretBox.NONCE_BYTES);
        return new PasswordBox(cost, salt, nonce, document.bytes("ciphertext", SecretBox.TAG_BYTES, Integer.MAX_VALUE));
    }

    private static ScryptCost cost(Part params) throws KeyException {
        String n = params.number("N");
        String r = params.number("r");
        String p = params.number("p");
        for (ScryptCost cost : ScryptCost.values()) {
            if (n.equals(Integer.toString(cost.n()))
                    && r.equals(Integer.toString(cost.r()))
                    && p.equals(Integer.toString(cost.p()))) {
                return cost;
            }
        }
        throw params.problem("scrypt with N=" + n + ", r=" + r + ", p=" + p
                + " is not allowed; allowed are N=32768, N=65536 and N=131072, each with r=8 and p=1");
    }

    /**
     * The secret under that password.
     *
     * @throws KeyException when there is not enough memory
     * @throws dev.supplychain.dsse.MissingComponentException when BouncyCastle is absent
     */
    public static PasswordBox seal(byte[] secret, byte[] password, ScryptCost cost, SecureRandom random)
            throws KeyException {
        BouncyCastle.require("writing " + PURPOSE);
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] nonce = new byte[SecretBox.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] key = key(password, salt, cost);
        try {
            return new PasswordBox(cost, salt, nonce, SecretBox.seal(key, nonce, secret));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * The secret; overwrite it when it is no longer needed.
     *
     * @throws KeyException when the password is wrong, the box was changed, or there is not enough memory
     * @throws dev.supplychain.dsse.MissingComponentException when BouncyCastle is absent
     */
    public byte[] open(byte[] password) throws KeyException {
        BouncyCastle.require("reading " + PURPOSE);
        byte[] key = key(password, salt, cost);
        try {
            return SecretBox.open(key, nonce, ciphertext)
                    .orElseThrow(() -> new KeyException(
                            "cosign key does not open: the password is wrong, or the file was changed"));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] key(byte[] password, byte[] salt, ScryptCost cost) throws KeyException {
        try {
            return SecretBox.key(password, salt, cost.n(), cost.r(), cost.p());
        } catch (OutOfMemoryError e) {
            // One large block was asked for and not given: the JVM is as well as before.
            throw new KeyException(
                    "cosign key of cost " + cost + " takes " + (cost.memoryBytes() >> 20)
                            + " MiB of heap that is not there: give the JVM more with -Xmx, or the key a lower cost",
                    e);
        }
    }

    /** What it costs to try a password. */
    public ScryptCost cost() {
        return cost;
    }

    /** The compact JSON, with members in the order of go-securesystemslib. */
    public byte[] toJson() {
        Map<String, Json> params = new LinkedHashMap<>();
        params.put("N", Json.of(cost.n()));
        params.put("r", Json.of(cost.r()));
        params.put("p", Json.of(cost.p()));
        Map<String, Json> kdf = new LinkedHashMap<>();
        kdf.put("name", Json.of(KDF));
        kdf.put("params", Json.object(params));
        kdf.put("salt", base64(salt));
        Map<String, Json> cipher = new LinkedHashMap<>();
        cipher.put("name", Json.of(CIPHER));
        cipher.put("nonce", base64(nonce));
        Map<String, Json> box = new LinkedHashMap<>();
        box.put("kdf", Json.object(kdf));
        box.put("cipher", Json.object(cipher));
        box.put("ciphertext", base64(ciphertext));
        return Json.object(box).toUtf8();
    }

    private static Json base64(byte[] bytes) {
        return Json.of(Bytes.of(bytes).base64());
    }

    /** A value in the document with the way to it, for messages. */
    private record Part(Json json, String place) {
        static Part ofDocument(byte[] json) throws KeyException {
            try {
                return new Part(Json.parse(json), "").require(Json.Kind.OBJECT);
            } catch (MalformedDataException e) {
                // What the parser quotes could be a key in another form.
                throw new KeyException(
                        "cosign key is not strict JSON" + (e.place().isEmpty() ? "" : ", at " + e.place()));
            }
        }

        Part member(String name) throws KeyException {
            Json member = json.members().get(name);
            if (member == null) {
                throw problem("lacks the member \"" + name + "\"");
            }
            return new Part(member, place + "/" + name);
        }

        Part require(Json.Kind kind) throws KeyException {
            if (json.kind() != kind) {
                throw problem("is " + json.kind() + " instead of " + kind);
            }
            return this;
        }

        Part object(String name) throws KeyException {
            return member(name).require(Json.Kind.OBJECT);
        }

        String number(String name) throws KeyException {
            return Excerpt.of(member(name).require(Json.Kind.NUMBER).json.number(), NUMBER_CHARS);
        }

        void requireText(String name, String text) throws KeyException {
            Part member = member(name).require(Json.Kind.STRING);
            if (!member.json.string().equals(text)) {
                throw member.problem("is not \"" + text + "\"");
            }
        }

        byte[] bytes(String name, int min, int max) throws KeyException {
            Part member = member(name).require(Json.Kind.STRING);
            byte[] bytes;
            try {
                bytes = Bytes.parseBase64(member.json.string()).toByteArray();
            } catch (MalformedDataException e) {
                throw member.problem("is not base64");
            }
            if (bytes.length < min || bytes.length > max) {
                throw member.problem(
                        "has " + bytes.length + " bytes instead of " + min + (max > min ? " or more" : ""));
            }
            return bytes;
        }

        KeyException problem(String problem) {
            return new KeyException("cosign key" + (place.isEmpty() ? " " : " at " + place + ": ") + problem);
        }
    }
}
