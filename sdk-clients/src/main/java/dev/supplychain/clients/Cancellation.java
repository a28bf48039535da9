package dev.supplychain.clients;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A handle that ends calls from another thread.
 *
 * <pre>{@code
 * Cancellation cancellation = new Cancellation();
 * GrafeasClient cancellable = grafeas.cancelledBy(cancellation);
 * stopButton.onClick(cancellation::cancel);
 * cancellable.listOccurrences(project, "").forEach(this::show);  // ends with an ApiException of kind CANCELLED
 * }</pre>
 *
 * <p>It works once and for good: after {@link #cancel()} every call with this handle fails before anything is sent.
 * Safe for concurrent use.
 */
public final class Cancellation {
    private static final Cancellation NEVER = new Cancellation();

    private final Set<Registration> registrations = new LinkedHashSet<>();
    private boolean cancelled;

    /** A handle that nothing was cancelled with yet. */
    public Cancellation() {}

    /** The handle that nobody can cancel. */
    public static Cancellation never() {
        return NEVER;
    }

    /** Whether this is {@link #never()}. */
    public boolean isNever() {
        return this == NEVER;
    }

    /**
     * Ends the calls that run with this handle, and those that will begin.
     *
     * @throws IllegalStateException when this is {@link #never()}
     */
    public void cancel() {
        if (isNever()) {
            throw new IllegalStateException("the handle that cancels nothing cannot be used to cancel");
        }
        List<Registration> actions;
        synchronized (registrations) {
            cancelled = true;
            actions = List.copyOf(registrations);
            registrations.clear();
        }
        actions.forEach(Registration::run);
    }

    /** Whether {@link #cancel()} was called. */
    public boolean isCancelled() {
        synchronized (registrations) {
            return cancelled;
        }
    }

    /**
     * Has something done on cancelling, on the thread that cancels; at once, on this thread, when that has happened
     * already.
     *
     * @param action is quick and throws nothing
     * @return closes the registration, after which the action is not run any more
     */
    public Registration onCancel(Runnable action) {
        Registration registration = new Registration(this, action);
        boolean late;
        synchronized (registrations) {
            late = cancelled;
            if (!late && !isNever()) {
                registrations.add(registration);
            }
        }
        if (late) {
            action.run();
        }
        return registration;
    }

    /** What is done on cancelling, until this is closed. */
    public static final class Registration implements AutoCloseable {
        private final Cancellation owner;
        private final Runnable action;

        private Registration(Cancellation owner, Runnable action) {
            this.owner = owner;
            this.action = action;
        }

        private void run() {
            action.run();
        }

        @Override
        public void close() {
            synchronized (owner.registrations) {
                owner.registrations.remove(this);
            }
        }
    }
}
