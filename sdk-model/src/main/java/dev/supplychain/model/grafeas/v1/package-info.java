/**
 * The messages of Grafeas v1, as Google's Container Analysis serves them; start from {@link
 * dev.supplychain.model.grafeas.v1.Occurrence}.
 *
 * <p>Types are named and nested as in the protos of package {@code grafeas.v1}. What those lack is named as in the
 * discovery document of {@code containeranalysis.googleapis.com} v1. The JSON member {@code package} is the accessor
 * {@code pkg}, {@code builder} is {@code slsaBuilder} and {@code _type} is {@code type}.
 *
 * @see <a href="https://cloud.google.com/artifact-analysis/docs/reference/rest/v1/projects.occurrences">REST
 *     reference</a>
 */
package dev.supplychain.model.grafeas.v1;
