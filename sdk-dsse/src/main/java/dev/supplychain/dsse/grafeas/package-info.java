/**
 * Signs and verifies attestations of Grafeas and Binary Authorization: that somebody approved an image.
 *
 * <p>Start from {@link dev.supplychain.dsse.grafeas.AttestationVerifier} and {@link
 * dev.supplychain.dsse.grafeas.AttestationSigner}. Envelopes in {@code DSSE_ATTESTATION} and {@code BUILD} occurrences are
 * for {@link dev.supplychain.dsse.EnvelopeVerifier}.
 *
 * @see <a href="https://cloud.google.com/binary-authorization/docs/attestations">Binary Authorization, attestations</a>
 */
package dev.supplychain.dsse.grafeas;
