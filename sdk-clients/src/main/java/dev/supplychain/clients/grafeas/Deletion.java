package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Transport;

/** Removes something, and takes it for removed when a repeated request finds nothing. */
final class Deletion {
    private static final int NOT_FOUND = 404;

    private Deletion() {}

    static void send(Transport transport, ApiRequest request) {
        try {
            transport.run(request);
        } catch (ApiException e) {
            // The first request may have done it, and only its answer was lost.
            if (!e.isStatus(NOT_FOUND) || e.attempts() == 1) {
                throw e;
            }
        }
    }
}
