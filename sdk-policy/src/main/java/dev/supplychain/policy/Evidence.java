package dev.supplychain.policy;

import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attestation that may be judged: a statement whose signatures were verified, and where it was found. */
public final class Evidence {
    private final VerifiedStatement statement;
    private final @Nullable String attestationUri;

    /** Computed when it is first asked for; every thread computes the same. */
    private @Nullable Digest digest;

    private Evidence(VerifiedStatement statement, @Nullable String attestationUri) {
        this.statement = statement;
        this.attestationUri = attestationUri;
    }

    /** An attestation that was found somewhere without a name. */
    public static Evidence of(VerifiedStatement statement) {
        return new Evidence(statement, null);
    }

    /**
     * An attestation of a store.
     *
     * @param attestationUri how results name it, such as {@code
     *     /packages/maven/com.example/my-app/1.0.0/sha256:73f4…/attestations/s3:prod/uuid}
     */
    public static Evidence of(VerifiedStatement statement, String attestationUri) {
        return new Evidence(statement, attestationUri);
    }

    /** The statement. */
    public VerifiedStatement statement() {
        return statement;
    }

    /** Where the attestation is stored; absent when it was not said. */
    public Optional<String> attestationUri() {
        return Optional.ofNullable(attestationUri);
    }

    /** SHA-256 of the bytes that were signed: the same for the same content in another envelope. */
    public Digest digest() {
        Digest known = digest;
        if (known == null) {
            known = Digest.sha256(statement.envelope().payload().toByteArray());
            digest = known;
        }
        return known;
    }

    /** Where the attestation's data came from: the predicate's {@code buildScanUri}; absent when it has no such text. */
    public Optional<String> sourcedFromUri() {
        return statement
                .statement()
                .predicate()
                .flatMap(predicate -> predicate.get("buildScanUri"))
                .filter(uri -> uri.kind() == Json.Kind.STRING)
                .map(Json::string);
    }

    /** The predicate type and where it is stored. */
    @Override
    public String toString() {
        return "Evidence[" + statement.predicateType() + (attestationUri == null ? "" : ", " + attestationUri) + "]";
    }
}
