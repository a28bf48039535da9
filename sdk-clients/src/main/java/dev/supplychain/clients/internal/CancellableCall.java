package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.Cancellation;
import java.util.function.Supplier;

/** A call that another thread can cancel: its thread is interrupted, and nobody but the call gets to see that. */
final class CancellableCall {
    private final Thread thread = Thread.currentThread();
    private boolean ended;
    private boolean interrupted;

    private CancellableCall() {}

    /**
     * Runs a call on this thread.
     *
     * @throws ApiException when the call fails or is cancelled
     */
    static <T> T run(Cancellation cancellation, Supplier<T> call) {
        if (cancellation.isNever()) {
            return call.get();
        }
        CancellableCall running = new CancellableCall();
        Cancellation.Registration registration = cancellation.onCancel(running::interrupt);
        try {
            return call.get();
        } catch (ApiException e) {
            throw running.end() && e.kind() == Kind.INTERRUPTED ? cancelled(e) : e;
        } finally {
            registration.close();
            running.end();
        }
    }

    private synchronized void interrupt() {
        if (!ended) {
            interrupted = true;
            thread.interrupt();
        }
    }

    /** After this no interrupt comes any more; says whether one came. */
    private synchronized boolean end() {
        if (!ended && interrupted) {
            Thread.interrupted();
        }
        ended = true;
        return interrupted;
    }

    private static ApiException cancelled(ApiException e) {
        return ApiException.builder(Kind.CANCELLED, e.request())
                .reason("the call was cancelled")
                .mayHaveActed(e.mayHaveActed())
                .attempts(e.attempts())
                .build();
    }
}
