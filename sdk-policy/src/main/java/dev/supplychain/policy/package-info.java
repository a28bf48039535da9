/**
 * Policies of the Develocity Provenance Governor, judged offline with the server's own result JSON.
 *
 * <p>Start from {@link dev.supplychain.policy.PolicySet#parse(String, String)} and {@link
 * dev.supplychain.policy.PolicyEvaluator}. Only statements whose signatures were verified can be judged: {@link
 * dev.supplychain.policy.Evidence} is made of a {@link dev.supplychain.dsse.VerifiedStatement} and of nothing else.
 *
 * <pre>{@code
 * PolicySet policies = PolicySet.read(Path.of("policies.yaml"));
 * VerifiedStatement statement = verifier.verifyStatement(envelope);
 * PolicyScanReport report = PolicyEvaluator.of(policies)
 *         .scan("build", Digest.sha256(jar), List.of(Evidence.of(statement, attestationUri)));
 * if (!report.passed()) {
 *     throw new IllegalStateException("policy scan " + report.verdict());
 * }
 * }</pre>
 *
 * <p>Beyond the server there are {@link dev.supplychain.policy.PolicySettings} (enforce, warn, off, expiry), {@link
 * dev.supplychain.policy.Waiver}, {@link dev.supplychain.policy.SignerBinding}, {@link
 * dev.supplychain.policy.PredicateSource}, verdicts to hand on ({@link dev.supplychain.policy.ScanSummary}) and to take
 * over ({@link dev.supplychain.policy.SummaryRules}), kinds and languages of your own ({@link
 * dev.supplychain.policy.PolicyKind}, {@link dev.supplychain.policy.ExpressionLanguage}).
 *
 * <p>What the vendor's documentation leaves open is decided in {@code docs/policy-semantics.md}.
 *
 * @see <a href="https://docs.gradle.com/develocity/provenance-governor/1.8/writing-policies/">Writing policies</a>
 */
package dev.supplychain.policy;
