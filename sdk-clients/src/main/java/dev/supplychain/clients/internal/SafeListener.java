package dev.supplychain.clients.internal;

import dev.supplychain.clients.ClientListener;

/** Keeps the mistakes of a listener away from the call that it listens to. */
record SafeListener(ClientListener listener) implements ClientListener {
    @Override
    public void requested(Attempt attempt) {
        safely(attempt.requestLine(), () -> listener.requested(attempt));
    }

    @Override
    public void progressed(String request, long bytes) {
        safely(request, () -> listener.progressed(request, bytes));
    }

    @Override
    public void paged(String request, int page, int items) {
        safely(request, () -> listener.paged(request, page, items));
    }

    private static void safely(String request, Runnable notice) {
        try {
            notice.run();
        } catch (RuntimeException e) {
            System.getLogger(ClientListener.class.getName())
                    .log(System.Logger.Level.WARNING, "the listener failed at " + request, e);
        }
    }
}
