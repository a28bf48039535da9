package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.Page;
import dev.supplychain.clients.Pages;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.grafeas.v1beta1.project.ListProjectsResponse;
import dev.supplychain.model.grafeas.v1beta1.project.Project;

/** The projects of the open-source server. */
final class Projects {
    private static final Endpoint CREATE = Endpoint.post("/v1beta1/projects");
    private static final Endpoint LIST = Endpoint.get("/v1beta1/projects");
    private static final Endpoint GET = Endpoint.get("/v1beta1/{name}");
    private static final Endpoint DELETE = Endpoint.delete("/v1beta1/{name}");

    private final Transport transport;

    Projects(Transport transport) {
        this.transport = transport;
    }

    Project create(ProjectName name) {
        Project project = Project.builder().name(require(name)).build();
        return transport.call(CREATE.with().json(ModelJson.write(project)), Project.class);
    }

    Project get(ProjectName name) {
        return transport.call(GET.with(require(name)), Project.class);
    }

    Pages<Project> list() {
        ApiRequest request = LIST.with().query("pageSize", Integer.toString(Resources.DEFAULT_PAGE_SIZE));
        return transport.pages(request.line(), token -> {
            ListProjectsResponse page = transport.call(request.query("pageToken", token), ListProjectsResponse.class);
            return new Page<>(page.projects(), page.nextPageToken().filter(next -> !next.isEmpty()));
        });
    }

    void delete(ProjectName name) {
        Deletion.send(transport, DELETE.with(require(name)));
    }

    private static String require(ProjectName name) {
        if (name.location().isPresent()) {
            throw new IllegalArgumentException(name + " is a location of a project, not a project");
        }
        return name.toString();
    }
}
