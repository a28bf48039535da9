/**
 * Signs and verifies with ordinary keys: DSSE envelopes and detached signatures.
 *
 * <p>Start from {@link dev.supplychain.dsse}.
 */
@org.jspecify.annotations.NullMarked
module dev.supplychain.dsse {
    requires transitive dev.supplychain.model;
    requires static org.bouncycastle.pg;
    requires static org.bouncycastle.provider;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports dev.supplychain.dsse;
    exports dev.supplychain.dsse.jwt;
    exports dev.supplychain.dsse.cosign;
    exports dev.supplychain.dsse.grafeas;
    exports dev.supplychain.dsse.keys;
    exports dev.supplychain.dsse.pgp;
    exports dev.supplychain.dsse.x509;
}
