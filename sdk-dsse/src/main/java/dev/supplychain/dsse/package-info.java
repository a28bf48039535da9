/**
 * Signs statements and verifies envelopes: what leaves a verifier is a {@code Verified…} type, and nothing else makes one.
 *
 * <p>Start from {@link dev.supplychain.dsse.EnvelopeVerifier} and {@link dev.supplychain.dsse.EnvelopeSigner}; for
 * detached signatures over files from {@link dev.supplychain.dsse.BlobVerifier} and {@link
 * dev.supplychain.dsse.BlobSigner}. Keys come from {@link dev.supplychain.dsse.keys}, or
 * with certificates from {@link dev.supplychain.dsse.x509}; tokens are in {@link dev.supplychain.dsse.jwt}, OpenPGP
 * messages and keys in {@link dev.supplychain.dsse.pgp}.
 *
 * <p>Signatures of images and files in cosign's formats are in {@link dev.supplychain.dsse.cosign}, attestations of
 * Grafeas and Binary Authorization in {@link dev.supplychain.dsse.grafeas}.
 *
 * @see <a href="https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md">DSSE 1.0.2, protocol</a>
 */
@OptionStyle
package dev.supplychain.dsse;
