package dev.supplychain.clients.endor;

import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.endor.ArtifactOperation;
import dev.supplychain.model.endor.ArtifactOperationResponse;
import dev.supplychain.model.endor.ArtifactOperationResult;

/**
 * What Endor Labs says about an artifact's signature. <b>Experimental</b>, as {@link ExperimentalArtifactOperations}.
 *
 * @param operation the whole answer
 */
public record ArtifactVerification(ArtifactOperation operation) {
    /** True for {@code ARTIFACT_OPERATION_RESULT_SUCCESS} alone: a code that is missing or unknown is a failure. */
    public boolean isVerified() {
        return operation.isSuccess();
    }

    /** The code, also one that this version does not know; {@code …_UNSPECIFIED} when the answer has none. */
    public OpenEnum<ArtifactOperationResult> result() {
        return operation
                .response()
                .map(ArtifactOperationResponse::result)
                .orElseGet(() -> OpenEnum.of(ArtifactOperationResult.ARTIFACT_OPERATION_RESULT_UNSPECIFIED));
    }

    /** Such as {@code not verified: ARTIFACT_OPERATION_RESULT_REVOKED_SIGNATURE}. */
    @Override
    public String toString() {
        return (isVerified() ? "verified: " : "not verified: ") + result();
    }
}
