package dev.supplychain.clients.internal;

import dev.supplychain.clients.ClientListener;

/** Keeps the mistakes of a listener away from the call that it listens to. */
record SafeListener(ClientListener listener) implements ClientListener {
    @Override
    public void requested(Attempt attempt) {
        try {
            listener.requested(attempt);
        } catch (RuntimeException e) {
            System.getLogger(ClientListener.class.getName())
                    .log(System.Logger.Level.WARNING, "the listener failed at " + attempt.requestLine(), e);
        }
    }
}
