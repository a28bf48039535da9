/** Benchmarks, each beside a peer in the same run; {@code docs/benchmarks.md} says how to run them. */
package dev.supplychain.bench;
