/**
 * What all clients share: options, credentials, retries, paging and the one exception.
 *
 * <p>Start from {@link dev.supplychain.clients.ClientOptions}, then {@link
 * dev.supplychain.clients.grafeas.GrafeasClient}, {@link dev.supplychain.clients.endor.EndorClient}, {@link
 * dev.supplychain.clients.governor.GovernorClient}, {@link dev.supplychain.clients.oci.OciRegistryClient} or {@link
 * dev.supplychain.clients.vault.VaultTransitClient}. Every call ends within {@link
 * dev.supplychain.clients.ClientOptions#callTimeout()} with a value or an {@link dev.supplychain.clients.ApiException}.
 */
@OptionsStyle
package dev.supplychain.clients;
