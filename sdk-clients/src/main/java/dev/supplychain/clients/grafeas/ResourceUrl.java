package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.BaseUrl;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.PathParameter;
import dev.supplychain.model.ProjectName;

/**
 * The methods whose path has the URL of a resource in it, such as {@code
 * projects/p/resources/https://host/image@sha256:…:exportSBOM}. The slashes of {@code https://} are encoded as {@code gcloud}
 * encodes them, since Google's front end would make one of the two; all others stand as they are.
 */
final class ResourceUrl {
    private static final String SCHEME = "https://";
    private static final String ENCODED_SCHEME = "https%3A%2F%2F";
    private static final PathParameter REST = new PathParameter("resource's URL", "-._~:/@+", 2000);

    private ResourceUrl() {}

    /**
     * A request about a resource.
     *
     * @param endpoint its template has the name of the resource as its only part, {@code {name}}
     * @param resource the resource's URL, with or without the scheme
     */
    static ApiRequest request(BaseUrl baseUrl, Endpoint endpoint, ProjectName project, String resource) {
        boolean hasScheme = resource.startsWith(SCHEME);
        String rest = REST.require(hasScheme ? resource.substring(SCHEME.length()) : resource);
        if (rest.endsWith("/")) {
            throw new IllegalArgumentException("the resource's URL ends with a slash");
        }
        // Checks everything but the encoded scheme, which it would refuse.
        ApiRequest request = endpoint.with(name(project, rest));
        return hasScheme ? request.at(baseUrl.resolve(path(endpoint, name(project, ENCODED_SCHEME + rest)))) : request;
    }

    private static String name(ProjectName project, String resource) {
        return project + "/resources/" + resource;
    }

    private static String path(Endpoint endpoint, String name) {
        return endpoint.template().replace("{name}", name);
    }
}
