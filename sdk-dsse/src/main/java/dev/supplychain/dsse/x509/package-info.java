/**
 * Signatures by keys that a certificate vouches for, as Fulcio and Endor Labs issue them for minutes.
 *
 * <p>Start from {@link dev.supplychain.dsse.x509.CertificateVerifier}: it leads from the certificate of a signature to the
 * roots that you trust and hands out a {@link dev.supplychain.dsse.x509.VerifiedCertificate}, which verifies blobs and
 * envelopes. {@link dev.supplychain.dsse.x509.ArtifactSignatureVerifier} does the whole for Endor's artifact signatures.
 *
 * <p>Nothing here asks the network: revocation lists, transparency logs and timestamp authorities are not consulted, and
 * {@link dev.supplychain.dsse.x509.VerifiedCertificate#notChecked()} says so.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280">RFC 5280</a>
 */
package dev.supplychain.dsse.x509;
