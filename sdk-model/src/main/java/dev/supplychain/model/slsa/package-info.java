/**
 * How an artifact was built, in the words of SLSA; start from {@link dev.supplychain.model.slsa.Provenance}.
 *
 * @see <a href="https://slsa.dev/spec/v1.1/provenance">SLSA provenance</a>
 */
package dev.supplychain.model.slsa;
