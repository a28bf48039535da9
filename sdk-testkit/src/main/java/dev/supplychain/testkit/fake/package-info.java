/**
 * Fake services for tests: real HTTP servers on the loopback interface that keep state, refuse what the real services
 * refuse, and tell what they were asked.
 *
 * <p>Start from {@link dev.supplychain.testkit.fake.StartFake} in JUnit tests, elsewhere from {@link
 * dev.supplychain.testkit.fake.FakeGrafeas#start}, {@link dev.supplychain.testkit.fake.FakeEndor#start}, {@link
 * dev.supplychain.testkit.fake.FakeGovernor#start}, {@link dev.supplychain.testkit.fake.FakeOciRegistry#start} or {@link
 * dev.supplychain.testkit.fake.FakeVault#start}. JUnit is an optional dependency that only the annotation needs.
 *
 * <p>{@link dev.supplychain.testkit.fake.Fault} lists what can go wrong on the way to any of them, {@link
 * dev.supplychain.testkit.fake.VirtualTime} lets it take no time.
 */
package dev.supplychain.testkit.fake;
