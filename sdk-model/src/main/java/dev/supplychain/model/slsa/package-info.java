/**
 * How an artifact was built and what others found about it, in the words of SLSA; start from {@link
 * dev.supplychain.model.slsa.Provenance} and {@link dev.supplychain.model.slsa.VerificationSummary}. Older versions have
 * types of their own, so that nothing is lost when they are read and written back.
 *
 * @see <a href="https://slsa.dev/spec/v1.1/provenance">SLSA provenance</a>
 * @see <a href="https://slsa.dev/spec/v1.1/verification_summary">SLSA verification summary</a>
 */
package dev.supplychain.model.slsa;
