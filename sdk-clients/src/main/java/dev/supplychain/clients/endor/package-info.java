/**
 * Endor Labs' store of artifact signatures; start from {@link dev.supplychain.clients.endor.EndorClient}.
 *
 * @see <a href="https://docs.endorlabs.com/rest-api/">Endor Labs REST API</a>
 */
package dev.supplychain.clients.endor;
