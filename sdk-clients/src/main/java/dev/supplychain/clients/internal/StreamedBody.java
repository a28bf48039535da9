package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Pipe;
import okio.Sink;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way from the network to whoever reads it.
 *
 * <p>A thread of the client fetches it into a small pipe, from which the caller reads: so an interrupt or the end of the
 * time takes the caller out of a read, which on Java 17 nothing would do if it read the socket itself.
 */
final class StreamedBody extends InputStream {
    private static final long PIPE_BYTES = 256L << 10;
    private static final long STEP = 8192;

    private final ApiRequest request;
    private final Call call;
    private final Progress progress;
    private final Redactor redactor;
    private final SafeListener listener;
    private final Pipe pipe = new Pipe(PIPE_BYTES);
    private final BufferedSource source = Okio.buffer(pipe.source());
    private final Response response;
    private Runnable whenDone = () -> {};
    private long received;
    private boolean done;
    private volatile @Nullable Exception failure;
    private volatile boolean cancelled;

    /** A body that nobody fetches yet. */
    StreamedBody(
            ApiRequest request,
            Call call,
            Response response,
            Progress progress,
            Redactor redactor,
            SafeListener listener) {
        this.request = request;
        this.call = call;
        this.response = response;
        this.progress = progress;
        this.redactor = redactor;
        this.listener = listener;
    }

    /** What is to be run once, when the body was read to its end, has failed or was closed. */
    void whenDone(Runnable action) {
        whenDone = action;
    }

    /** Fetches the body to its end, as fast as it is read. */
    void fetch() {
        // The end of the pipe tells the reader that all has come, or why not: the reason has to be there first.
        try (Sink sink = pipe.sink()) {
            copyTo(sink);
        } catch (IOException | RuntimeException e) {
            failure = failure == null ? e : failure;
        }
    }

    private void copyTo(Sink sink) {
        try (Response closed = response;
                Source inflated = BodyReader.open(closed)) {
            Buffer buffer = new Buffer();
            for (long read = inflated.read(buffer, STEP); read >= 0; read = inflated.read(buffer, STEP)) {
                sink.write(buffer, read);
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    /** Ends the body from another thread: whoever reads it learns that it was cancelled. */
    void cancel() {
        cancelled = true;
        call.cancel();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, bytes.length);
        if (done || count == 0) {
            return done ? -1 : 0;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw failed(Kind.INTERRUPTED, "interrupted", null);
        }
        if (progress.left().isZero()) {
            throw failed(Kind.TIMEOUT, "the time for the call is over", null);
        }
        long start = System.nanoTime();
        try {
            pipe.source().timeout().timeout(progress.left().toNanos(), TimeUnit.NANOSECONDS);
            return received(source.read(bytes, offset, count));
        } catch (InterruptedIOException e) {
            throw Thread.currentThread().isInterrupted()
                    ? failed(Kind.INTERRUPTED, "interrupted", e)
                    : failed(Kind.TIMEOUT, "the time for the call is over", e);
        } catch (IOException e) {
            throw failed(Failures.of(e, true, redactor));
        } finally {
            progress.spend(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private int received(int count) {
        if (count >= 0) {
            received += count;
            listener.progressed(request.line(), received);
            return count;
        }
        Exception broken = failure;
        if (broken != null) {
            throw cancelled || call.isCanceled()
                    ? failed(Kind.CANCELLED, "the call was cancelled", null)
                    : failed(Failures.of(broken, true, redactor));
        }
        end();
        return -1;
    }

    private ApiException failed(Kind kind, String reason, @Nullable Throwable cause) {
        return failed(ExchangeFailure.lasting(kind, reason, cause, true));
    }

    private ApiException failed(ExchangeFailure why) {
        close();
        return why.toException(request, progress.attempts()).build();
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, source.getBuffer().size());
    }

    /** Lets go of the connection. */
    @Override
    public void close() {
        if (!done) {
            call.cancel();
            end();
        }
    }

    private void end() {
        done = true;
        try {
            source.close();
        } catch (IOException e) {
            // The pipe has no more to say than the network had.
            failure = e;
        }
        whenDone.run();
    }
}
