package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Pages;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.grafeas.v1beta1.ExportSBOMRequest;
import dev.supplychain.model.grafeas.v1beta1.ExportSBOMResponse;
import dev.supplychain.model.grafeas.v1beta1.GeneratePackagesSummaryRequest;
import dev.supplychain.model.grafeas.v1beta1.Note;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import dev.supplychain.model.grafeas.v1beta1.PackagesSummaryResponse;
import dev.supplychain.model.grafeas.v1beta1.VulnerabilityOccurrencesSummary;
import dev.supplychain.model.grafeas.v1beta1.project.Project;

/**
 * Keeps notes and occurrences in the open-source Grafeas server, or in Google's Container Analysis by its older version.
 *
 * <pre>{@code
 * try (GrafeasV1Beta1Client grafeas = GrafeasV1Beta1Client.create(ClientOptions.of("http://localhost:8080"))) {
 *     ProjectName project = ProjectName.of("my-project");
 *     grafeas.createProject(project);
 *     grafeas.createNote(project.note("built-by-ci"), note);
 *     Occurrence stored = grafeas.createOccurrence(project, occurrence);
 * }
 * }</pre>
 *
 * <p>Safe for concurrent use. Errors are {@link ApiException}s with an {@link ApiException#status()}. The open-source server
 * has no access policies, no locations and no SBOM exports, ignores filters and update masks, and stores the kind that it
 * is sent, which is why this client sends it.
 */
public final class GrafeasV1Beta1Client extends Grafeas<Occurrence, Note> {
    private final Projects projects;

    private GrafeasV1Beta1Client(Transport transport) {
        super(transport, "v1beta1", new V1Beta1Occurrences(), new V1Beta1Notes());
        this.projects = new Projects(transport);
    }

    /** The client of a server; nothing is sent yet. */
    public static GrafeasV1Beta1Client create(ClientOptions options) {
        return new GrafeasV1Beta1Client(Transport.create(options));
    }

    /** This client, whose calls can be cancelled besides; what either closes is closed for both. */
    public GrafeasV1Beta1Client cancelledBy(Cancellation cancellation) {
        return new GrafeasV1Beta1Client(transport().cancelledBy(cancellation));
    }

    /**
     * {@code GET /v1beta1/{parent}/occurrences:vulnerabilitySummary}: how many vulnerabilities there are, by resource and
     * severity. Most stores of the open-source server answer with an empty summary.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public VulnerabilityOccurrencesSummary getVulnerabilitySummary(ProjectName project, OccurrenceFilter filter) {
        return vulnerabilitySummary(project, filter, false, VulnerabilityOccurrencesSummary.class);
    }

    /**
     * {@link #getVulnerabilitySummary} of those locations that answer; for Google's global endpoint. Look at {@link
     * VulnerabilityOccurrencesSummary#unreachable()} for those that are missing.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public VulnerabilityOccurrencesSummary getReachableVulnerabilitySummary(
            ProjectName project, OccurrenceFilter filter) {
        return vulnerabilitySummary(project, filter, true, VulnerabilityOccurrencesSummary.class);
    }

    /**
     * {@code POST /v1beta1/{name}:exportSBOM}: begins to export an SBOM of an image to Cloud Storage; sent once.
     *
     * @param resourceUrl the image, such as {@code https://us-docker.pkg.dev/my-project/repo/image@sha256:…}
     * @return the discovery occurrence that tells how far it is
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public ExportSBOMResponse exportSbom(ProjectName project, String resourceUrl) {
        ExportSBOMRequest body = ExportSBOMRequest.builder().build();
        return makeOfResource("exportSBOM", project, resourceUrl, body, ExportSBOMResponse.class);
    }

    /**
     * {@code POST /v1beta1/{name}:generatePackagesSummary}: the licences of the packages of an image.
     *
     * @param resourceUrl the image, such as {@code https://us-docker.pkg.dev/my-project/repo/image@sha256:…}
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public PackagesSummaryResponse generatePackagesSummary(ProjectName project, String resourceUrl) {
        GeneratePackagesSummaryRequest body =
                GeneratePackagesSummaryRequest.builder().build();
        return askAboutResource("generatePackagesSummary", project, resourceUrl, body, PackagesSummaryResponse.class);
    }

    /**
     * {@code POST /v1beta1/projects}: makes a project, which the open-source server needs before notes and occurrences;
     * sent once.
     *
     * @throws ApiException when the server refuses or fails, or is not reached; 409 when it exists already, 404 from Google
     * @throws IllegalArgumentException when the name has a location
     */
    public Project createProject(ProjectName name) {
        return projects.create(name);
    }

    /**
     * {@code GET /v1beta1/{name}}: a project of the open-source server.
     *
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there is none
     * @throws IllegalArgumentException when the name has a location
     */
    public Project getProject(ProjectName name) {
        return projects.get(name);
    }

    /**
     * {@code GET /v1beta1/projects}: all projects of the open-source server, fetched as they are walked, 100 at a time.
     *
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<Project> listProjects() {
        return projects.list();
    }

    /**
     * {@code DELETE /v1beta1/{name}}: removes a project of the open-source server.
     *
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there was none
     * @throws IllegalArgumentException when the name has a location
     */
    public void deleteProject(ProjectName name) {
        projects.delete(name);
    }
}
