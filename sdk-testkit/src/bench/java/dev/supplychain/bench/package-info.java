/** What the groups of benchmarks share; {@code docs/benchmarks.md} says how to run them. */
package dev.supplychain.bench;
