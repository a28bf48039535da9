/**
 * Random valid values of the model, for property tests with <a href="https://jqwik.net">jqwik</a>.
 *
 * <p>With this module on the class path {@code @ForAll Occurrence occurrence} just works; start from {@link
 * dev.supplychain.testkit.arbitraries.Occurrences}, {@link dev.supplychain.testkit.arbitraries.Envelopes} and their
 * neighbours to combine values of your own. jqwik is an optional dependency: bring your own.
 */
package dev.supplychain.testkit.arbitraries;
