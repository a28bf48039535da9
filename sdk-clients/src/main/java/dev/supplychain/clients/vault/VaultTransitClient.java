package dev.supplychain.clients.vault;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.AuthHeader;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.PathParameter;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Signs with keys in the transit engine of HashiCorp Vault, which never leave it.
 *
 * <pre>{@code
 * try (VaultTransitClient vault = VaultTransitClient.builder(ClientOptions.of("https://vault.example.com:8200"))
 *         .appRole(roleId, secretId)
 *         .build()) {
 *     TransitKeyVersion key = vault.readKey("release").latest();
 *     // with sdk-dsse:
 *     Signer signer = Signer.remote(PemKeys.readPublicKey(key.pem()),
 *             SignatureAlgorithm.valueOf(key.algorithm().name()), message -> vault.sign(key, message));
 * }
 * }</pre>
 *
 * <p>A token needs {@code read} on {@code transit/keys/NAME} and {@code update} on {@code transit/sign/NAME}. Only hashes are
 * sent, but for Ed25519, which signs the message itself. Signing twice does no harm, so such a request is repeated when the
 * network fails.
 *
 * <p>Safe for concurrent use. Vault's errors become the reason of an {@link ApiException}: 403 for a token that is not valid
 * or not allowed to, 400 for a key that does not sign, 404 for one that is not there, 503 for a sealed Vault.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/transit#sign-data">Transit secrets engine (API)</a>
 */
public final class VaultTransitClient implements AutoCloseable {
    private static final Endpoint READ = Endpoint.get("/v1/{mount}/keys/{key}");
    private static final Endpoint SIGN = Endpoint.query("/v1/{mount}/sign/{key}");

    private static final PathParameter KEY = new PathParameter("key name", "-._", 128);
    private static final String TOKEN = "X-Vault-Token";
    private static final int FORBIDDEN = 403;

    private final Transport transport;
    private final @Nullable AppRoleLogin login;
    private final String mount;
    private final UnaryOperator<ApiRequest> prepared;

    private VaultTransitClient(Builder builder) {
        Optional<String> namespace = builder.namespace;
        this.prepared = request -> withHeaders(request, namespace);
        this.mount = builder.mount;
        this.login = builder.login(prepared);
        this.transport = Transport.create(builder.optionsWith(login));
    }

    private VaultTransitClient(VaultTransitClient other, Transport transport) {
        this.prepared = other.prepared;
        this.mount = other.mount;
        this.login = other.login;
        this.transport = transport;
    }

    /** Vault's agent and proxy take requests of programs only that say they are none of a browser. */
    private static ApiRequest withHeaders(ApiRequest request, Optional<String> namespace) {
        ApiRequest marked = request.header("X-Vault-Request", "true");
        return namespace.map(name -> marked.header("X-Vault-Namespace", name)).orElse(marked);
    }

    static AuthHeader tokenHeader(String token) {
        return new AuthHeader(TOKEN, token);
    }

    /**
     * Starts with a server. Its credentials, if there are any, are sent unless {@link Builder#token} or {@link
     * Builder#appRole} is called; a Vault Agent needs none.
     */
    public static Builder builder(ClientOptions options) {
        return new Builder(options);
    }

    /** This client, whose calls can be cancelled besides; what either closes is closed for both. A login is not cancelled. */
    public VaultTransitClient cancelledBy(Cancellation cancellation) {
        return new VaultTransitClient(this, transport.cancelledBy(cancellation));
    }

    /**
     * {@code GET /v1/{mount}/keys/{key}}: the public halves of a key, all versions that are still there.
     *
     * @param key its name: letters, digits and {@code _}, inside also {@code -} and {@code .}
     * @throws ApiException when Vault refuses or fails, or is not reached; of kind {@code PROTOCOL} when the key is of a type
     *     that does not sign or has no public half
     * @throws IllegalArgumentException when it cannot be a name; before anything is sent
     */
    public TransitKey readKey(String key) {
        return call(READ.with(mount, requireName(key)), answer -> TransitKeyReader.key(key, answer));
    }

    /**
     * {@link #sign(TransitKeyVersion, TransitAlgorithm, byte[])} in the way that is usual for the key: with RSA keys
     * RSASSA-PKCS1-v1_5 over SHA-256.
     *
     * @throws ApiException when Vault refuses or fails, or is not reached
     */
    public byte[] sign(TransitKeyVersion key, byte[] message) {
        return sign(key, key.algorithm(), message);
    }

    /**
     * {@code POST /v1/{mount}/sign/{key}}: the signature over a message, of which only the hash is sent.
     *
     * @return DER for ECDSA, 64 bytes for Ed25519, as many as the modulus for RSA
     * @throws ApiException when Vault refuses or fails, or is not reached
     * @throws IllegalArgumentException when the algorithm is not one of the key's; before anything is sent
     */
    public byte[] sign(TransitKeyVersion key, TransitAlgorithm algorithm, byte[] message) {
        if (algorithm == TransitAlgorithm.ED25519) {
            return sign(key, algorithm, message, false);
        }
        return signDigest(key, algorithm, digest(algorithm.hash(), message));
    }

    /**
     * {@code POST /v1/{mount}/sign/{key}}: the signature over a message of which the hash is known.
     *
     * @param digest the hash of the message, of the algorithm's kind
     * @return DER for ECDSA, as many bytes as the modulus for RSA
     * @throws ApiException when Vault refuses or fails, or is not reached
     * @throws IllegalArgumentException when the algorithm is not one of the key's, is Ed25519, which needs the message, or
     *     the digest is not of its length; before anything is sent
     */
    public byte[] signDigest(TransitKeyVersion key, TransitAlgorithm algorithm, byte[] digest) {
        if (algorithm == TransitAlgorithm.ED25519) {
            throw new IllegalArgumentException("Ed25519 signs the message itself, not a digest");
        }
        if (digest.length != algorithm.hashBytes()) {
            throw new IllegalArgumentException("a digest of " + digest.length + " bytes is not the "
                    + algorithm.hashBytes() + " bytes of " + algorithm.hash());
        }
        return sign(key, algorithm, digest, true);
    }

    private byte[] sign(TransitKeyVersion key, TransitAlgorithm algorithm, byte[] input, boolean prehashed) {
        if (!key.type().algorithms().contains(algorithm)) {
            throw new IllegalArgumentException(algorithm + " is not an algorithm of " + key);
        }
        Map<String, Json> body = new LinkedHashMap<>();
        body.put("input", Json.of(Bytes.of(input).base64()));
        body.put("key_version", Json.of(key.version()));
        if (prehashed) {
            body.put("prehashed", Json.of(true));
            body.put("hash_algorithm", Json.of(algorithm.hashAlgorithm()));
            body.put("marshaling_algorithm", Json.of("asn1"));
        }
        if (algorithm.isRsa()) {
            body.put("signature_algorithm", Json.of(algorithm.padding()));
            // Vault's own choice is the longest salt, which few verifiers take.
            body.put("salt_length", Json.of("hash"));
        }
        ApiRequest request =
                SIGN.with(mount, requireName(key.key())).json(Json.object(body).toUtf8());
        return call(request, answer -> TransitKeyReader.signature(key, answer));
    }

    private static byte[] digest(String algorithm, byte[] message) {
        try {
            return MessageDigest.getInstance(algorithm).digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK computes " + algorithm, e);
        }
    }

    /** Vault answers 403 to a token that has ended or was revoked: one more login, if there was another before. */
    private <T> T call(ApiRequest request, Function<Json, T> reader) {
        ApiRequest ready = prepared.apply(request);
        AppRoleLogin role = login;
        Optional<AuthHeader> before = role == null ? Optional.empty() : role.current();
        try {
            return transport.callJson(ready, reader);
        } catch (ApiException e) {
            if (role == null || before.isEmpty() || !e.isStatus(FORBIDDEN) || !role.renew(before.get())) {
                throw e;
            }
            return transport.callJson(ready, reader);
        }
    }

    private static String requireName(String key) {
        KEY.require(key);
        if (isPunctuation(key.charAt(0)) || isPunctuation(key.charAt(key.length() - 1))) {
            throw new IllegalArgumentException("the key name begins or ends with a dot or a dash");
        }
        return key;
    }

    private static boolean isPunctuation(char c) {
        return c == '-' || c == '.';
    }

    /** Cancels what runs and frees threads and connections. Tokens are not revoked: they end with their lease. */
    @Override
    public void close() {
        transport.close();
        AppRoleLogin role = login;
        if (role != null) {
            role.close();
        }
    }

    /** Builds a {@link VaultTransitClient}. */
    public static final class Builder {
        private static final PathParameter SEGMENT = new PathParameter("path of a mount or namespace", "-._", 128);

        private final ClientOptions options;
        private String mount = "transit";
        private String appRoleMount = "approle";
        private Optional<String> namespace = Optional.empty();
        private Optional<Credentials> credentials = Optional.empty();
        private @Nullable String roleId;
        private @Nullable String secretId;

        private Builder(ClientOptions options) {
            this.options = options;
        }

        /**
         * Asks with a token, {@code X-Vault-Token}.
         *
         * @throws IllegalArgumentException when it cannot travel in a header; it is not quoted
         */
        public Builder token(String token) {
            this.credentials = Optional.of(Credentials.apiKey(TOKEN, token));
            this.roleId = null;
            this.secretId = null;
            return this;
        }

        /**
         * Logs in with the AppRole method when a token is first needed, renews the token before its lease ends, and logs in
         * once more when Vault refuses it.
         *
         * @throws IllegalArgumentException when one is empty; it is not quoted
         */
        public Builder appRole(String roleId, String secretId) {
            if (roleId.isEmpty() || secretId.isEmpty()) {
                throw new IllegalArgumentException("the role id or the secret id is empty");
            }
            this.roleId = roleId;
            this.secretId = secretId;
            this.credentials = Optional.empty();
            return this;
        }

        /**
         * Sets where the AppRole method is mounted below {@code auth}; {@code approle} unless said otherwise.
         *
         * @throws IllegalArgumentException when it is no path
         */
        public Builder appRoleMount(String path) {
            this.appRoleMount = requirePath(path);
            return this;
        }

        /**
         * Sets where the transit engine is mounted; {@code transit} unless said otherwise.
         *
         * @throws IllegalArgumentException when it is no path
         */
        public Builder mount(String path) {
            this.mount = requirePath(path);
            return this;
        }

        /**
         * Sets the namespace of everything that is asked, {@code X-Vault-Namespace}, such as {@code admin/team-a}.
         *
         * @throws IllegalArgumentException when it is no path
         */
        public Builder namespace(String path) {
            this.namespace = Optional.of(requirePath(path));
            return this;
        }

        private static String requirePath(String path) {
            for (String segment : path.split("/", -1)) {
                SEGMENT.require(segment);
            }
            return path;
        }

        private @Nullable AppRoleLogin login(UnaryOperator<ApiRequest> prepared) {
            String role = roleId;
            String secret = secretId;
            return role == null || secret == null
                    ? null
                    : new AppRoleLogin(options, appRoleMount, role, secret, prepared);
        }

        private ClientOptions optionsWith(@Nullable AppRoleLogin login) {
            if (login != null) {
                return ClientOptions.builder().from(options).credentials(login).build();
            }
            return credentials
                    .map(own -> ClientOptions.builder()
                            .from(options)
                            .credentials(own)
                            .build())
                    .orElse(options);
        }

        /** The client; nothing is sent yet. */
        public VaultTransitClient build() {
            return new VaultTransitClient(this);
        }
    }
}
