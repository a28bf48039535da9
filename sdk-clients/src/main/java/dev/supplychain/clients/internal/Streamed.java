package dev.supplychain.clients.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import okhttp3.Headers;

/** An answer whose body is read as it comes. Closing it before its end lets go of the connection. */
public final class Streamed implements AutoCloseable {
    private final int status;
    private final Headers headers;
    private final InputStream body;
    private final Runnable whenClosed;

    Streamed(int status, Headers headers, InputStream body, Runnable whenClosed) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.whenClosed = whenClosed;
    }

    /** An answer that is here already. */
    static Streamed of(Answer answer) {
        return new Streamed(answer.status(), answer.headers(), new ByteArrayInputStream(answer.body()), () -> {});
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A header's value as sent; absent when there is none. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
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
