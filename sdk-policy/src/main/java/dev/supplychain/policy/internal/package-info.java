/** Reads policy files and says where they are wrong. */
package dev.supplychain.policy.internal;
