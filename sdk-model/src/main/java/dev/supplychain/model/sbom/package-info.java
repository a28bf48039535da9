/**
 * What an artifact is made of, as CycloneDX and SPDX documents list it; start from {@link
 * dev.supplychain.model.sbom.SbomComponents}.
 *
 * @see <a href="https://cyclonedx.org/specification/overview/">CycloneDX</a>
 * @see <a href="https://spdx.github.io/spdx-spec/">SPDX</a>
 */
package dev.supplychain.model.sbom;
