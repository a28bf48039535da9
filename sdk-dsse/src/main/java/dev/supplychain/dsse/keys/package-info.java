/**
 * Keys to sign with and keys to trust, read from and written to PEM.
 *
 * <p>Start from {@link dev.supplychain.dsse.keys.PemKeys}, {@link dev.supplychain.dsse.keys.SigningKey} and {@link
 * dev.supplychain.dsse.keys.TrustedKey}; for the keys of {@code cosign generate-key-pair} from {@link
 * dev.supplychain.dsse.keys.CosignKeys}.
 */
package dev.supplychain.dsse.keys;
