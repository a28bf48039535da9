/**
 * The Develocity Provenance Governor; start from {@link dev.supplychain.clients.governor.GovernorClient}.
 *
 * @see <a href="https://docs.gradle.com/develocity/provenance-governor/">Provenance Governor</a>
 */
package dev.supplychain.clients.governor;
