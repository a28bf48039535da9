package dev.supplychain.model.endor;

/** How an operation on an artifact went. Experimental, see {@link ArtifactOperation}. */
public enum ArtifactOperationResult {
    /** Not said: not a success. */
    ARTIFACT_OPERATION_RESULT_UNSPECIFIED,
    /** The only one that says that the artifact is verified. */
    ARTIFACT_OPERATION_RESULT_SUCCESS,
    /** There is no such artifact. */
    ARTIFACT_OPERATION_RESULT_NO_ARTIFACT,
    /** The artifact is not signed. */
    ARTIFACT_OPERATION_RESULT_NO_SIGNATURE,
    /** The signature was not made in the certificate's life. */
    ARTIFACT_OPERATION_RESULT_TIME_MISMATCH,
    /** The signature does not fit the artifact. */
    ARTIFACT_OPERATION_RESULT_INVALID_SIGNATURE,
    /** The certificate comes from somebody unknown. */
    ARTIFACT_OPERATION_RESULT_UNKNOWN_CA,
    /** The signature was revoked. */
    ARTIFACT_OPERATION_RESULT_REVOKED_SIGNATURE,
    /** Somebody else signed than was asked for. */
    ARTIFACT_OPERATION_RESULT_CLAIMS_MISMATCH,
    /** The certificate cannot be used. */
    ARTIFACT_OPERATION_RESULT_BAD_CERTIFICATE,
    /** The key is of a kind that is not taken. */
    ARTIFACT_OPERATION_RESULT_INVALID_KEY_TYPE,
    /** The signature cannot be read. */
    ARTIFACT_OPERATION_RESULT_CORRUPTED_SIGNATURE,
    /** No key could be made. */
    ARTIFACT_OPERATION_RESULT_KEY_GEN_FAILURE,
    /** No request for a certificate could be made. */
    ARTIFACT_OPERATION_RESULT_CSR_GEN_FAILURE,
    /** The artifact could not be signed. */
    ARTIFACT_OPERATION_RESULT_SIGN_FAILURE
}
