package dev.supplychain.clients.governor;

import dev.supplychain.clients.internal.UrlPath;

/** Where a Governor says that an attestation is; its parts mean nothing to anyone else. */
final class AttestationUri {
    private static final String PACKAGES = "/packages/";

    private AttestationUri() {}

    /**
     * The path below the base URL. A server behind a proxy may have put the proxy's path before it already.
     *
     * @throws IllegalArgumentException when it leads anywhere but below {@code /packages/} of the base URL
     */
    static String path(String attestationUri, String basePath) {
        String path = !basePath.isEmpty() && attestationUri.startsWith(basePath + PACKAGES)
                ? attestationUri.substring(basePath.length())
                : attestationUri;
        if (!path.startsWith(PACKAGES)) {
            throw new IllegalArgumentException(
                    "the attestationUri is not a path below " + PACKAGES + ": credentials go to no other place");
        }
        return UrlPath.require("attestationUri", path);
    }
}
