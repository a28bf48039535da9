/** Envelopes beside sigstore-java and the JDK's bare operations. */
package dev.supplychain.bench.dsse;
