/**
 * Unit tests for policies: a folder with a policy file, evidence, and what is expected of them.
 *
 * <p>Start from {@link dev.supplychain.policy.cases.PolicyCase#in}. sdk-testkit runs the same folders as JUnit tests.
 *
 * <pre>{@code
 * only-gradle-builds/
 *   policy.yaml             the policies
 *   evidence/1-maven.json   attestations, in the order of their names
 *   expected.json           {"verdict": "FAILED", "judgements": [{"policy": "BuildTool/only-gradle", "status": "unsatisfied"}]}
 *   case.yaml               keys, time, artifact, parameters; may be left out
 * }</pre>
 */
package dev.supplychain.policy.cases;
