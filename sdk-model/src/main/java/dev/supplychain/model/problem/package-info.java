/** How an HTTP service says what went wrong; start from {@link dev.supplychain.model.problem.ProblemDetail}. */
package dev.supplychain.model.problem;
