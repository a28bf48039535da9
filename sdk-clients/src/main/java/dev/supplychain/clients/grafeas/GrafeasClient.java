package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.grafeas.v1.ExportSBOMRequest;
import dev.supplychain.model.grafeas.v1.ExportSBOMRequest.CloudStorageLocation;
import dev.supplychain.model.grafeas.v1.ExportSBOMResponse;
import dev.supplychain.model.grafeas.v1.Note;
import dev.supplychain.model.grafeas.v1.Occurrence;
import dev.supplychain.model.grafeas.v1.VulnerabilityOccurrencesSummary;

/**
 * Keeps notes and occurrences in Google's Container Analysis or another Grafeas server that speaks version 1.
 *
 * <pre>{@code
 * ClientOptions options = ClientOptions.builder()
 *         .baseUrl(GrafeasClient.GOOGLE)
 *         .credentials(Credentials.bearer(() -> accessToken()))
 *         .build();
 * try (GrafeasClient grafeas = GrafeasClient.create(options)) {
 *     ProjectName project = ProjectName.of("my-project");
 *     NoteName note = project.note("built-by-ci");
 *     Occurrence stored = grafeas.createOccurrence(project, Occurrence.attestation(uri, note, envelope));
 * }
 * }</pre>
 *
 * <p>Safe for concurrent use. Errors are {@link ApiException}s with an {@link ApiException#status()}. The open-source server
 * speaks version 1beta1 only: {@link GrafeasV1Beta1Client}.
 */
public final class GrafeasClient extends Grafeas<Occurrence, Note> {
    private GrafeasClient(Transport transport) {
        super(transport, "v1", new V1Occurrences(), new V1Notes());
    }

    /** The client of a server; nothing is sent yet. */
    public static GrafeasClient create(ClientOptions options) {
        return new GrafeasClient(Transport.create(options));
    }

    /** This client, whose calls can be cancelled besides; what either closes is closed for both. */
    public GrafeasClient cancelledBy(Cancellation cancellation) {
        return new GrafeasClient(transport().cancelledBy(cancellation));
    }

    /**
     * {@code GET /v1/{parent}/occurrences:vulnerabilitySummary}: how many vulnerabilities there are, by resource and
     * severity.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public VulnerabilityOccurrencesSummary getVulnerabilitySummary(ProjectName project, OccurrenceFilter filter) {
        return vulnerabilitySummary(project, filter, false, VulnerabilityOccurrencesSummary.class);
    }

    /**
     * {@link #getVulnerabilitySummary} of those locations that answer; for the global endpoint. Look at {@link
     * VulnerabilityOccurrencesSummary#unreachable()} for those that are missing.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public VulnerabilityOccurrencesSummary getReachableVulnerabilitySummary(
            ProjectName project, OccurrenceFilter filter) {
        return vulnerabilitySummary(project, filter, true, VulnerabilityOccurrencesSummary.class);
    }

    /**
     * {@code POST /v1/{name}:exportSBOM}: begins to export an SBOM of an image to Cloud Storage; sent once.
     *
     * @param resourceUrl the image, such as {@code https://us-docker.pkg.dev/my-project/repo/image@sha256:…}
     * @return the discovery occurrence that tells how far it is
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public ExportSBOMResponse exportSbom(ProjectName project, String resourceUrl) {
        ExportSBOMRequest toCloudStorage = ExportSBOMRequest.builder()
                .cloudStorageLocation(CloudStorageLocation.builder().build())
                .build();
        return makeOfResource("exportSBOM", project, resourceUrl, toCloudStorage, ExportSBOMResponse.class);
    }
}
