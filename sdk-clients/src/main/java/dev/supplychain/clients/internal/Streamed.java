package dev.supplychain.clients.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;

/** An answer whose body is read as it comes. Closing it before its end lets go of the connection. */
public final class Streamed implements AutoCloseable {
    private final Answer head;
    private final InputStream body;
    private final Runnable whenClosed;

    /** What is known before the body, and the body. */
    Streamed(Answer head, InputStream body, Runnable whenClosed) {
        this.head = head;
        this.body = body;
        this.whenClosed = whenClosed;
    }

    /** An answer that is here already. */
    static Streamed of(Answer answer) {
        return new Streamed(answer, new ByteArrayInputStream(answer.body()), () -> {});
    }

    /** The HTTP status. */
    public int status() {
        return head.status();
    }

    /** A header's value as sent; absent when there is none. */
    public Optional<String> header(String name) {
        return head.header(name);
    }

    /** The answer without its body. */
    Answer head() {
        return head;
    }

    /**
     * The body, inflated. It ends only where the server has ended it; when the network or the time ends before, {@code
     * read} throws an {@link dev.supplychain.clients.ApiException} and never an {@code IOException}.
     */
    public InputStream body() {
        return body;
    }

    @Override
    public void close() {
        whenClosed.run();
    }
}
