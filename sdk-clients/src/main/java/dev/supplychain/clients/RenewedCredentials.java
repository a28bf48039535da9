package dev.supplychain.clients;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Credentials that are fetched when first needed and again when the server has refused them. */
final class RenewedCredentials implements Credentials {
    private final Supplier<AuthHeader> source;
    private final ReentrantLock fetching = new ReentrantLock();
    private @Nullable AuthHeader current;

    RenewedCredentials(Supplier<AuthHeader> source) {
        this.source = source;
    }

    @Override
    public Optional<AuthHeader> header() {
        lock();
        try {
            AuthHeader header = current;
            if (header == null) {
                header = source.get();
                current = header;
            }
            return Optional.of(header);
        } finally {
            fetching.unlock();
        }
    }

    /** Only the first of the callers whose requests were refused fetches: for the others it is another already. */
    @Override
    @SuppressWarnings("ReferenceEquality") // a source may hand out an equal header again, and that was a renewal too
    public boolean renew(AuthHeader refused) {
        lock();
        try {
            if (current == refused) {
                current = null;
            }
            return true;
        } finally {
            fetching.unlock();
        }
    }

    private void lock() {
        try {
            fetching.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another thread fetches a token", e);
        }
    }

    @Override
    public String toString() {
        return "bearer ***";
    }
}
