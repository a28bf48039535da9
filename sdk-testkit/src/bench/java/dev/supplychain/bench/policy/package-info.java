/** Policies beside a loop by hand and compiled CEL. */
package dev.supplychain.bench.policy;
