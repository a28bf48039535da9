package dev.supplychain.policy;

import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.model.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attestation that may be judged: a statement whose signatures were verified, and where it was found. */
public final class Evidence {
    private final VerifiedStatement statement;
    private final @Nullable String attestationUri;

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

    /** Where the attestation's data came from: the predicate's {@code buildScanUri}; absent when it has no such text. */
    public Optional<String> sourcedFromUri() {
        return statement
                .statement()
                .predicate()
                .flatMap(predicate -> predicate.get("buildScanUri"))
                .filter(uri -> uri.kind() == Json.Kind.STRING)
                .map(Json::string);
    }
}
