/**
 * What tests with this SDK need beside it.
 *
 * <p>Start from {@link dev.supplychain.testkit.fake.StartFake} for services that run within the test, {@link
 * dev.supplychain.testkit.TestKeys} for keys, and {@link dev.supplychain.testkit.arbitraries} for random data.
 */
package dev.supplychain.testkit;
