/**
 * Grafeas and Google's Container Analysis, version 1; start from {@link dev.supplychain.clients.grafeas.GrafeasClient}.
 *
 * @see <a href="https://docs.cloud.google.com/artifact-analysis/docs/reference/rest/v1/projects.occurrences">Container
 *     Analysis v1</a>
 */
package dev.supplychain.clients.grafeas;
