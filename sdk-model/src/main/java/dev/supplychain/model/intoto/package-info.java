/**
 * Statements about artifacts; start from {@link dev.supplychain.model.intoto.InTotoStatement}.
 *
 * @see <a href="https://github.com/in-toto/attestation/tree/main/spec/v1">in-toto Attestation Framework 1</a>
 */
package dev.supplychain.model.intoto;
