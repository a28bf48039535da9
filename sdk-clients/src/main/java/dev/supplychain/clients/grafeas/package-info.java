/**
 * Grafeas and Google's Container Analysis; start from {@link dev.supplychain.clients.grafeas.GrafeasClient} for version 1,
 * from {@link dev.supplychain.clients.grafeas.GrafeasV1Beta1Client} for version 1beta1 and the open-source server.
 *
 * @see <a href="https://docs.cloud.google.com/artifact-analysis/docs/reference/rest/v1/projects.occurrences">Container
 *     Analysis v1</a>
 * @see <a href="https://docs.cloud.google.com/artifact-analysis/docs/reference/rest/v1beta1/projects.occurrences">Container
 *     Analysis v1beta1</a>
 */
package dev.supplychain.clients.grafeas;
