/**
 * OpenPGP as attestations use it: attached messages, and detached signatures over files and envelopes.
 *
 * <p>Start from {@link dev.supplychain.dsse.pgp.PgpVerifier} and {@link dev.supplychain.dsse.pgp.PgpSigner}; keys to trust
 * are {@link dev.supplychain.dsse.pgp.PgpPublicKey}. All of it needs {@code org.bouncycastle:bcpg-jdk18on}, an optional
 * dependency: without it a {@link dev.supplychain.dsse.MissingComponentException} says so.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580">RFC 9580, OpenPGP</a>
 * @see <a href="https://github.com/containers/image/blob/main/docs/containers-signature.5.md">Signatures of container
 *     images, section OpenPGP</a>
 */
package dev.supplychain.dsse.pgp;
