/**
 * The kinds of policies that this version evaluates, one class per kind; {@link
 * dev.supplychain.policy.kinds.PolicyKinds} lists them.
 *
 * @see <a href="https://docs.gradle.com/develocity/provenance-governor/1.8/policy-types/">Policy types</a>
 */
package dev.supplychain.policy.kinds;
