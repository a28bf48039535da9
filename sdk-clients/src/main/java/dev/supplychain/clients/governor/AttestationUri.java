package dev.supplychain.clients.governor;

import dev.supplychain.clients.internal.PathParameter;
import dev.supplychain.clients.internal.UrlPath;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.governor.PackageCoordinates;
import java.util.regex.Pattern;

/**
 * Where a Governor says that an attestation is: {@code
 * /packages/{type}/{namespace}/{name}/{version}/{digestType}:{digest}/attestations/{instance}/{id}}. Its id means nothing
 * to anyone else.
 */
final class AttestationUri {
    static final String PACKAGES = "/packages/";

    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern INSTANCE = Pattern.compile("[a-z][a-z0-9]*:[^:]+");
    private static final PathParameter INSTANCE_NAME = new PathParameter("attestation store instance", ":._-", 255);
    private static final PathParameter ID = new PathParameter("attestation id", "-._~=+@:!$&'()*,", 4096);
    /** Digest, {@code attestations}, instance and id. */
    private static final int TAIL = 4;
    /** An empty one, {@code packages}, type, name and version. */
    private static final int LEAST_HEAD = 5;

    private AttestationUri() {}

    /**
     * The path below the base URL. A server behind a proxy may have put the proxy's path before it already.
     *
     * @throws IllegalArgumentException when it leads anywhere but to an attestation below the base URL; it is not quoted
     */
    static String path(String attestationUri, String basePath) {
        String path = !basePath.isEmpty() && attestationUri.startsWith(basePath + PACKAGES)
                ? attestationUri.substring(basePath.length())
                : attestationUri;
        if (!path.startsWith(PACKAGES)) {
            throw new IllegalArgumentException(
                    "the attestationUri is not a path below " + PACKAGES + ": credentials go to no other place");
        }
        requireParts(SLASH.split(UrlPath.require("attestationUri", path), -1));
        return path;
    }

    /**
     * The path of an attestation that is known by its parts.
     *
     * @throws IllegalArgumentException when the instance is not like {@code s3:prod}, or the id cannot stand in a path
     */
    static String path(PackageCoordinates coordinates, Digest digest, String instance, String id) {
        requireInstance(INSTANCE_NAME.require(instance));
        return coordinates.path() + "/" + digest + "/attestations/" + instance + "/" + ID.require(id);
    }

    private static void requireParts(String[] segments) {
        int digest = segments.length - TAIL;
        if (digest < LEAST_HEAD || !segments[digest + 1].equals("attestations")) {
            throw new IllegalArgumentException(
                    "the attestationUri does not end with a digest, \"attestations\", an instance and an id");
        }
        try {
            Digest.parse(segments[digest]);
        } catch (MalformedDataException e) {
            throw new IllegalArgumentException("the attestationUri has a bad digest: " + e.problem(), e);
        }
        requireInstance(segments[digest + 2]);
    }

    private static void requireInstance(String instance) {
        if (!INSTANCE.matcher(instance).matches()) {
            throw new IllegalArgumentException("the attestation store instance is not like s3:prod or af:main");
        }
    }
}
