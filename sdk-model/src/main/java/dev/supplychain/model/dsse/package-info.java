/**
 * The signed envelope; start from {@link dev.supplychain.model.dsse.Envelope}.
 *
 * @see <a href="https://github.com/secure-systems-lab/dsse/blob/v1.0.2/envelope.md">DSSE 1.0.2, envelope</a>
 */
package dev.supplychain.model.dsse;
