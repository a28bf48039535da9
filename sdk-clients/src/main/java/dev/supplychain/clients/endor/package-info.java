/**
 * Endor Labs' store of artifact signatures; start from {@link dev.supplychain.clients.endor.EndorClient}.
 *
 * <p>{@link dev.supplychain.clients.endor.EndorCredentials} are an API key; filters are built with {@link
 * dev.supplychain.model.endor.ListFilter}.
 *
 * @see <a href="https://docs.endorlabs.com/rest-api/">Endor Labs REST API</a>
 */
package dev.supplychain.clients.endor;
