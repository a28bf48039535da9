/**
 * What cosign and its relatives sign and store for images and files.
 *
 * <p>Start from {@link dev.supplychain.model.cosign.SimpleSigningPayload}, the bytes that are signed for an image; {@link
 * dev.supplychain.model.cosign.CosignSignature}, one signature in a {@code .sig} manifest; or {@link
 * dev.supplychain.model.cosign.Bundle}, a signature of any kind with all that goes with it. Where they are kept is a {@link
 * dev.supplychain.model.cosign.SignatureStore}; that something was signed is a {@link
 * dev.supplychain.model.cosign.SigningRecord}. Nothing here is verified.
 *
 * @see <a href="https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md">Cosign signature
 *     specifications</a>
 * @see <a href="https://docs.sigstore.dev/about/bundle/">Sigstore bundle format</a>
 */
package dev.supplychain.model.cosign;
