/**
 * The messages of Grafeas v1beta1, which the open-source server and older parts of Container Analysis serve; start from {@link dev.supplychain.model.grafeas.v1beta1.Occurrence}.
 *
 * <p>Packages, names and nesting are those of the protos below {@code grafeas.v1beta1}. No class is shared with v1: the
 * two versions use the same names for different shapes. The JSON member {@code package} is the accessor {@code pkg},
 * {@code builder} is {@code slsaBuilder} and {@code _type} is {@code type}.
 *
 * @see <a href="https://cloud.google.com/artifact-analysis/docs/reference/rest/v1beta1/projects.occurrences">REST
 *     reference</a>
 */
package dev.supplychain.model.grafeas.v1beta1;
