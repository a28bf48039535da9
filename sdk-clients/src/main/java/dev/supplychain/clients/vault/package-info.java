/**
 * Signs with keys that HashiCorp Vault keeps, or a server that speaks its API such as OpenBao.
 *
 * <p>Start from {@link dev.supplychain.clients.vault.VaultTransitClient}.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/transit">Transit secrets engine (API)</a>
 */
package dev.supplychain.clients.vault;
