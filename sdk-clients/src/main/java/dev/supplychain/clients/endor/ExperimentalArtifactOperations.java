package dev.supplychain.clients.endor;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.endor.ArtifactOperation;
import dev.supplychain.model.endor.ArtifactType;
import java.util.regex.Pattern;

/**
 * What Endor Labs does with artifacts itself. <b>Experimental</b>: not in the published API, known from one of the
 * vendor's example programs; start from {@link EndorClient#experimentalArtifactOperations()}.
 */
public final class ExperimentalArtifactOperations {
    /** A question: asking twice does no harm. */
    private static final Endpoint OPERATE = Endpoint.query("/v1/namespaces/{namespace}/artifact-operations");

    private static final Pattern DIGEST = Pattern.compile("@[a-z0-9]+:[0-9a-f]{32,}$");

    private final Transport transport;

    ExperimentalArtifactOperations(Transport transport) {
        this.transport = transport;
    }

    /**
     * {@code POST /v1/namespaces/{namespace}/artifact-operations} with the command to verify: has the service look for a
     * signature of an artifact and judge it.
     *
     * <p>The service answers with HTTP 200 whatever it found: only {@link ArtifactVerification#isVerified()} says that the
     * artifact is signed, and that is the service's word, not this SDK's. {@code ArtifactSignatureVerifier} of sdk-dsse
     * verifies a signature itself.
     *
     * @param namespace the owner of the signatures
     * @param artifactName the artifact with its digest, such as {@code registry.example.com/app@sha256:9f86d0…}
     * @param certificateOidcIssuer who must have vouched for the signer; the service asks for it
     * @throws ApiException when the server refuses or fails, or is not reached
     * @throws IllegalArgumentException when the name has no digest, or the issuer is blank; before anything is sent
     */
    public ArtifactVerification verify(
            String namespace, ArtifactType type, String artifactName, String certificateOidcIssuer) {
        if (!DIGEST.matcher(artifactName).find()) {
            throw new IllegalArgumentException(
                    "the artifact name has no digest such as @sha256:9f86d0… at its end: a tag may name another artifact later");
        }
        if (certificateOidcIssuer.isBlank()) {
            throw new IllegalArgumentException("the certificate_oidc_issuer is blank, and the service asks for it");
        }
        ArtifactOperation operation =
                ArtifactOperation.verify(Namespace.require(namespace), type, artifactName, certificateOidcIssuer);
        ApiRequest request = OPERATE.with(namespace).json(ModelJson.write(operation));
        return new ArtifactVerification(transport.call(request, ArtifactOperation.class));
    }
}
