/**
 * Who may do what with notes and occurrences; start from {@link dev.supplychain.model.iam.v1.Policy}.
 *
 * @see <a href="https://cloud.google.com/iam/docs/reference/rest/v1/Policy">IAM policy</a>
 */
package dev.supplychain.model.iam.v1;
