/**
 * The transport under all clients; start from {@link dev.supplychain.clients.internal.Transport}.
 *
 * <p>A call goes through {@code RetryInterceptor}, {@code AuthInterceptor} and {@code OkHttpExchange}. Only the first
 * decides whether to ask again, the second adds credentials and may renew them, only the last touches the network.
 */
package dev.supplychain.clients.internal;
