/**
 * What the Develocity Provenance Governor takes and answers.
 *
 * <p>Start from {@link dev.supplychain.model.governor.PackageCoordinates} and {@link
 * dev.supplychain.model.governor.PublishRequest}; what a scan says is a list of {@link
 * dev.supplychain.model.governor.PolicyScanResult}.
 *
 * @see <a href="https://docs.gradle.com/develocity/provenance-governor/">Develocity Provenance Governor</a>
 */
package dev.supplychain.model.governor;
