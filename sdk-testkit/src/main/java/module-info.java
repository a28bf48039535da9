/**
 * Fake services, random test data and throw-away keys for tests of and with this SDK.
 *
 * <p>Start from {@link dev.supplychain.testkit.fake.StartFake}.
 */
@org.jspecify.annotations.NullMarked
module dev.supplychain.testkit {
    requires transitive dev.supplychain.clients;
    requires transitive dev.supplychain.dsse;
    requires transitive dev.supplychain.model;
    requires transitive dev.supplychain.policy;
    requires java.logging;
    requires kotlin.stdlib;
    requires mockwebserver3;
    requires okhttp3;
    requires okio;
    requires static net.jqwik.api;
    requires static org.junit.jupiter.api;
    requires static org.jspecify;

    exports dev.supplychain.testkit;
    exports dev.supplychain.testkit.arbitraries;
    exports dev.supplychain.testkit.fake;
}
