package dev.supplychain.clients.endor;

import dev.supplychain.clients.internal.PathParameter;

/** The full name of a namespace, as it stands in paths. */
final class Namespace {
    private static final PathParameter NAMESPACE = new PathParameter("namespace", "-._", 255);

    private Namespace() {}

    /**
     * Checks a name.
     *
     * @return the name
     * @throws IllegalArgumentException when it is not labels with dots between them; it is not quoted
     */
    static String require(String namespace) {
        NAMESPACE.require(namespace);
        if (namespace.startsWith(".") || namespace.endsWith(".") || namespace.contains("..")) {
            throw new IllegalArgumentException("the namespace has an empty label");
        }
        return namespace;
    }
}
