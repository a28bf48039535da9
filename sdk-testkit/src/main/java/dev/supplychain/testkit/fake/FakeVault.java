package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A HashiCorp Vault with a transit engine that keeps keys and signs with them, and the AppRole method to log in.
 *
 * <p>Served are {@code GET /v1/transit/keys/{name}}, {@code POST /v1/transit/sign/{name}}, {@code POST
 * /v1/auth/approle/login} and {@code POST /v1/auth/token/renew-self}. Keys are made here, with {@link #createKey}; their
 * signatures verify. As Vault does, it shows an Ed25519 key as 32 bytes and not as PEM, signs RSA with the longest PSS salt
 * unless told otherwise, refuses a hash to Ed25519 keys, answers 403 to tokens that are unknown, ended or not allowed to, 404
 * without words for what is not there, and lets leases end by the clock.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/transit">Transit secrets engine (API)</a>
 */
public final class FakeVault extends FakeServer {
    private static final Set<String> SYMMETRIC = Set.of("aes128-gcm96", "aes256-gcm96", "chacha20-poly1305");

    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final VaultTokens tokens = new VaultTokens();
    private String mount = "transit";
    private String namespace = "";

    private FakeVault() {}

    private record Key(String type, List<VaultKeyPair> versions) {}

    /**
     * A role that logs in.
     *
     * @param roleId the role's id
     * @param secretId a secret of the role
     */
    public record AppRole(String roleId, String secretId) {
        /** The role's id alone. */
        @Override
        public String toString() {
            return "AppRole[" + roleId + "]";
        }
    }

    /**
     * Starts one without keys and tokens.
     *
     * @throws UncheckedIOException when no port is free
     */
    public static FakeVault start() {
        FakeVault fake = new FakeVault();
        fake.listen();
        return fake;
    }

    /** From now on everything lies in that namespace, and nothing in others. */
    public void inNamespace(String path) {
        locked(() -> namespace = path);
    }

    /** From now on the transit engine is mounted there, instead of at {@code transit}. */
    public void mountTransit(String path) {
        locked(() -> mount = path);
    }

    /**
     * Makes a key, as {@code vault write -f transit/keys/NAME type=TYPE}; nothing when there is one of that name.
     *
     * @param type such as {@code ecdsa-p256}; of {@code aes256-gcm96} and the like there is a name and no more
     */
    public void createKey(String name, String type) {
        locked(() -> keys.computeIfAbsent(name, n -> {
            List<VaultKeyPair> versions = new ArrayList<>();
            if (!SYMMETRIC.contains(type)) {
                versions.add(VaultKeyPair.generate(type, now()));
            }
            return new Key(type, versions);
        }));
    }

    /**
     * Makes another version of a key, which signs from now on.
     *
     * @throws IllegalArgumentException when there is no such key
     */
    public void rotateKey(String name) {
        locked(() -> {
            Key key = keys.get(name);
            if (key == null) {
                throw new IllegalArgumentException("there is no key " + name);
            }
            return key.versions().add(VaultKeyPair.generate(key.type(), now()));
        });
    }

    /** A token that never ends, for these keys, or for all when none is named. */
    public String createToken(String... allowedKeys) {
        return locked(() -> {
            String token = newToken();
            tokens.addEndless(token, Set.of(allowedKeys));
            return token;
        });
    }

    /**
     * A role whose tokens are for these keys, or for all when none is named.
     *
     * @param lease how long a token lasts unless it is renewed
     * @param longest how long it lasts however often it is renewed
     */
    public AppRole createAppRole(Duration lease, Duration longest, String... allowedKeys) {
        return locked(() -> {
            AppRole role = new AppRole(nextId().toString(), nextId().toString());
            tokens.addRole(role.roleId(), role.secretId(), lease, longest, Set.of(allowedKeys));
            return role;
        });
    }

    /** Ends all tokens at once. */
    public void revokeTokens() {
        locked(() -> {
            tokens.revokeAll();
            return namespace;
        });
    }

    private String newToken() {
        return "hvs." + nextId();
    }

    @Override
    FakeAnswer handle(FakeRequest request) {
        if (!request.path().startsWith("/v1/")) {
            throw Refusal.notFound("");
        }
        String path = String.join("/", request.segments()).substring("v1/".length());
        if (!request.header("X-Vault-Namespace").orElse("").equals(namespace)) {
            throw noRoute(path);
        }
        if (path.equals("auth/approle/login") && request.is("POST")) {
            return login(request.json());
        }
        Optional<String> token = request.header("X-Vault-Token");
        if (path.equals("auth/token/renew-self") && request.is("POST")) {
            tokens.require(token, Optional.empty(), now());
            return answer("auth", tokens.renew(token.orElseThrow(), now()));
        }
        if (path.startsWith(mount + "/keys/") && request.is("GET")) {
            String name = path.substring((mount + "/keys/").length());
            tokens.require(token, Optional.of(name), now());
            return answer("data", read(name));
        }
        if (path.startsWith(mount + "/sign/") && request.is("POST")) {
            String name = path.substring((mount + "/sign/").length());
            tokens.require(token, Optional.of(name), now());
            return answer("data", sign(name, request.json()));
        }
        tokens.require(token, Optional.empty(), now());
        throw noRoute(path);
    }

    private static Refusal noRoute(String path) {
        return Refusal.notFound("no handler for route \"" + path + "\". route entry not found.");
    }

    private FakeAnswer login(Json body) {
        return answer("auth", tokens.login(text(body, "role_id", ""), text(body, "secret_id", ""), newToken(), now()));
    }

    private Json read(String name) {
        Key key = keys.get(name);
        if (key == null) {
            throw Refusal.notFound("");
        }
        Map<String, Json> versions = new LinkedHashMap<>();
        for (int i = 0; i < key.versions().size(); i++) {
            versions.put(Integer.toString(i + 1), key.versions().get(i).toJson());
        }
        boolean signs = !SYMMETRIC.contains(key.type());
        if (!signs) {
            versions.put("1", Json.of(now().getEpochSecond()));
        }
        Map<String, Json> data = new LinkedHashMap<>();
        data.put("name", Json.of(name));
        data.put("type", Json.of(key.type()));
        data.put("derived", Json.of(false));
        data.put("exportable", Json.of(false));
        data.put("latest_version", Json.of(versions.size()));
        data.put("min_decryption_version", Json.of(1));
        data.put("min_encryption_version", Json.of(0));
        data.put("supports_signing", Json.of(signs));
        data.put("keys", Json.object(versions));
        return Json.object(data);
    }

    private Json sign(String name, Json body) {
        VaultKeyPair.Options options = new VaultKeyPair.Options(
                text(body, "hash_algorithm", "sha2-256"),
                body.get("prehashed").filter(Json.of(true)::equals).isPresent(),
                text(body, "signature_algorithm", ""),
                text(body, "salt_length", ""),
                isJws(body));
        Key key = keys.get(name);
        if (key == null) {
            throw Refusal.invalid("signing key not found");
        }
        if (key.versions().isEmpty()) {
            throw Refusal.invalid("key type " + key.type() + " does not support signing");
        }
        int version = version(body, key);
        byte[] signature = key.versions().get(version - 1).sign(input(body), options);
        Base64.Encoder encoder = options.jws() ? Base64.getUrlEncoder().withoutPadding() : Base64.getEncoder();
        Map<String, Json> data = new LinkedHashMap<>();
        data.put("key_version", Json.of(version));
        data.put("signature", Json.of("vault:v" + version + ":" + encoder.encodeToString(signature)));
        return Json.object(data);
    }

    private static boolean isJws(Json body) {
        String marshaling = text(body, "marshaling_algorithm", "asn1");
        return switch (marshaling) {
            case "asn1" -> false;
            case "jws" -> true;
            default -> throw Refusal.invalid("invalid marshaling type \"" + marshaling + "\"");
        };
    }

    private static int version(Json body, Key key) {
        int asked = body.get("key_version")
                .map(number -> number.decimal().intValue())
                .orElse(0);
        if (asked < 0) {
            throw Refusal.invalid("requested version for signing is negative");
        }
        if (asked > key.versions().size()) {
            throw Refusal.invalid("requested version for signing is higher than the latest key version");
        }
        return asked == 0 ? key.versions().size() : asked;
    }

    private static byte[] input(Json body) {
        try {
            return Base64.getDecoder().decode(text(body, "input", ""));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("unable to decode input as base64: " + e.getMessage());
        }
    }

    private static String text(Json body, String name, String otherwise) {
        return body.get(name).map(Json::string).orElse(otherwise);
    }

    private FakeAnswer answer(String member, Json value) {
        Map<String, Json> answer = new LinkedHashMap<>();
        answer.put("request_id", Json.of(nextId().toString()));
        answer.put("lease_id", Json.of(""));
        answer.put("renewable", Json.of(false));
        answer.put("lease_duration", Json.of(0));
        answer.put("data", Json.ofNull());
        answer.put("wrap_info", Json.ofNull());
        answer.put("warnings", Json.ofNull());
        answer.put("auth", Json.ofNull());
        answer.put(member, value);
        return FakeAnswer.json(200, Json.object(answer));
    }

    @Override
    Refusal malformed(MalformedDataException problem) {
        return Refusal.invalid("failed to parse JSON input: " + problem.getMessage());
    }

    @Override
    Refusal unauthorized() {
        return Refusal.of(RpcCode.PERMISSION_DENIED, "permission denied");
    }

    @Override
    FakeAnswer refusal(Refusal refusal, FakeRequest request) {
        List<String> errors = refusal.reason().isEmpty() ? List.of() : List.of(refusal.reason());
        return FakeAnswer.json(refusal.code().httpStatus(), Json.object(Map.of("errors", Json.strings(errors))));
    }
}
