/**
 * Signs and verifies what cosign signs and verifies: images, files and attestations, with keys of one's own.
 *
 * <p>Start from {@link dev.supplychain.dsse.cosign.CosignVerifier} and {@link dev.supplychain.dsse.cosign.CosignSigner}.
 * The signing step of a pipeline as a whole, with tags, records and a store, is {@link
 * dev.supplychain.dsse.cosign.ArtifactSigning}; its counterpart is {@link dev.supplychain.dsse.cosign.ArtifactVerification}.
 * Keys of {@code cosign generate-key-pair} are read by {@link dev.supplychain.dsse.keys.CosignKeys}. What is stored in a
 * registry or beside a file is in {@link dev.supplychain.model.cosign}.
 *
 * <p>Transparency logs, timestamps and certificates are not checked here: what a signature says about them is reported as
 * {@link dev.supplychain.dsse.cosign.MaterialStatus#NOT_CHECKED} and decides nothing.
 *
 * @see <a href="https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md">Cosign signature specifications</a>
 * @see <a href="https://docs.sigstore.dev/about/bundle/">Sigstore bundle format</a>
 */
package dev.supplychain.dsse.cosign;
