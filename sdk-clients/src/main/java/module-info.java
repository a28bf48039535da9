/**
 * Clients of the services that keep attestations, on one hardened HTTP transport.
 *
 * <p>Start from {@link dev.supplychain.clients.ClientOptions} and one of the clients.
 */
@org.jspecify.annotations.NullMarked
module dev.supplychain.clients {
    requires transitive dev.supplychain.model;
    requires transitive okhttp3;
    requires okio;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports dev.supplychain.clients;
    exports dev.supplychain.clients.endor;
    exports dev.supplychain.clients.governor;
    exports dev.supplychain.clients.grafeas;
    exports dev.supplychain.clients.oci;
    exports dev.supplychain.clients.vault;
}
