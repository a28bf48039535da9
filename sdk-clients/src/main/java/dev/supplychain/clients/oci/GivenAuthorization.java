package dev.supplychain.clients.oci;

import dev.supplychain.clients.AuthHeader;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Authorization;
import dev.supplychain.clients.oci.RegistryCredentials.Login;
import dev.supplychain.clients.oci.RegistryCredentials.Password;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Credentials of the options: user and password answer challenges, anything else goes with every request as it is. */
final class GivenAuthorization implements Authorization {
    private static final String BASIC = "Basic ";

    private final Credentials credentials;
    private final Authorization asGiven;
    private final Authorization challenged;

    GivenAuthorization(ClientOptions options, String name, Set<String> tokenHosts) {
        this.credentials = options.credentials();
        this.asGiven = Authorization.of(credentials);
        this.challenged = new RegistryAuthorization(options, name, registry -> login(), tokenHosts);
    }

    @Override
    public Optional<AuthHeader> header(ApiRequest request) {
        return isBasic() ? challenged.header(request) : asGiven.header(request);
    }

    @Override
    public boolean renew(ApiRequest request, Optional<AuthHeader> refused, List<String> challenges) {
        return isBasic() ? challenged.renew(request, refused, challenges) : asGiven.renew(request, refused, challenges);
    }

    private boolean isBasic() {
        return basic().isPresent();
    }

    private Optional<String> basic() {
        return credentials
                .header()
                .filter(header -> header.name().equalsIgnoreCase("Authorization"))
                .map(AuthHeader::value)
                .filter(value -> value.startsWith(BASIC));
    }

    private Optional<Login> login() {
        return basic().map(value -> Base64.getDecoder().decode(value.substring(BASIC.length())))
                .map(pair -> new String(pair, StandardCharsets.UTF_8))
                .map(pair -> {
                    int colon = Math.max(pair.indexOf(':'), 0);
                    return new Password(pair.substring(0, colon), pair.substring(Math.min(colon + 1, pair.length())));
                });
    }

    @Override
    public String toString() {
        return credentials.toString();
    }
}
