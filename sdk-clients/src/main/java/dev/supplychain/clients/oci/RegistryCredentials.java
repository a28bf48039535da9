package dev.supplychain.clients.oci;

import java.io.IOException;
import java.util.Optional;

/**
 * Who is asking a registry: a source of logins.
 *
 * <p>It is asked whenever a token has to be fetched, so that what it finds may expire. Implementations are safe for
 * concurrent use and may block.
 */
@FunctionalInterface
public interface RegistryCredentials {
    /**
     * The login for a registry; absent when there is none, and the registry is asked anonymously.
     *
     * @param registry as references name it: {@code docker.io}, {@code localhost:5000}
     * @throws IOException when there may be one that cannot be read; no secret is in its message
     */
    Optional<Login> login(String registry) throws IOException;

    /** Nobody: what is public can be read. */
    static RegistryCredentials anonymous() {
        return registry -> Optional.empty();
    }

    /**
     * A user and a password, or a token that is used like one.
     *
     * @throws IllegalArgumentException when the name has a colon
     */
    static RegistryCredentials password(String user, String password) {
        Optional<Login> login = Optional.of(new Password(user, password));
        return registry -> login;
    }

    /** A token of the registry's own login, which is exchanged for others. */
    static RegistryCredentials identityToken(String token) {
        Optional<Login> login = Optional.of(new IdentityToken(token));
        return registry -> login;
    }

    /** What proves who is asking. */
    sealed interface Login {}

    /**
     * A user and a password; the password is in no {@code toString}.
     *
     * @param user the name, without a colon
     * @param password the secret
     */
    record Password(String user, String password) implements Login {
        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException when it has a colon
         */
        public Password {
            if (user.indexOf(':') >= 0) {
                throw new IllegalArgumentException("a user name with a colon cannot be used for basic authentication");
            }
        }

        @Override
        public String toString() {
            return "Password[" + user + ", ***]";
        }
    }

    /**
     * An OAuth 2 refresh token; it is in no {@code toString}.
     *
     * @param token the secret
     */
    record IdentityToken(String token) implements Login {
        /**
         * Checks that there is one.
         *
         * @throws IllegalArgumentException when it is empty
         */
        public IdentityToken {
            if (token.isEmpty()) {
                throw new IllegalArgumentException("the identity token is empty");
            }
        }

        @Override
        public String toString() {
            return "IdentityToken[***]";
        }
    }
}
