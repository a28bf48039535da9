package dev.supplychain.model.cosign;

/**
 * The names under which cosign keeps signatures and what belongs to them in manifests and layers.
 *
 * @see <a href="https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md#properties">Cosign signature
 *     specifications, properties</a>
 */
public final class CosignAnnotations {
    /** On a layer: the base64 signature over the layer's bytes; empty on an attestation, which holds its own. */
    public static final String SIGNATURE = "dev.cosignproject.cosign/signature";

    /** On a layer: the signing certificate in PEM. */
    public static final String CERTIFICATE = "dev.sigstore.cosign/certificate";

    /** On a layer: the certificates that lead from the signing certificate to the root, in PEM. */
    public static final String CHAIN = "dev.sigstore.cosign/chain";

    /** On a layer: Rekor's entry as JSON, in the form before Sigstore bundles. */
    public static final String BUNDLE = "dev.sigstore.cosign/bundle";

    /** On a layer: a timestamp of RFC 3161 as JSON. */
    public static final String RFC3161_TIMESTAMP = "dev.sigstore.cosign/rfc3161timestamp";

    /** On an attestation's layer: the predicate type of its statement, to find it without reading it. */
    public static final String PREDICATE_TYPE = "predicateType";

    /** On the manifest of a {@link Bundle}: {@code dsse-envelope} or {@code message-signature}. */
    public static final String BUNDLE_CONTENT = "dev.sigstore.bundle.content";

    /** On the manifest of a {@link Bundle}: the predicate type of its statement. */
    public static final String BUNDLE_PREDICATE_TYPE = "dev.sigstore.bundle.predicateType";

    private CosignAnnotations() {}
}
