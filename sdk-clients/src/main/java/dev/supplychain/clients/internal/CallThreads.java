package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;

/**
 * The threads that blocking calls run on, so that their callers can leave.
 *
 * <p>On Java 17 neither an interrupt nor a deadline ends a thread's read from a socket. The caller waits here instead, and
 * takes the socket away from the reader when it leaves.
 */
final class CallThreads implements AutoCloseable {
    private static final long IDLE_SECONDS = 5;

    private final AtomicInteger number = new AtomicInteger();
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::newThread);

    private Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "supply-chain-sdk-http-" + number.incrementAndGet());
        // A build must be able to end with a client open.
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Runs a call to its end, at most that long.
     *
     * @throws ExecutionException with what the task threw
     * @throws ExchangeFailure when the time is over, the thread was interrupted or the client was closed; the call is
     *     cancelled then
     */
    <T> T run(Call call, Wire wire, Callable<T> task, Duration limit) throws ExecutionException, ExchangeFailure {
        FutureTask<T> result = new FutureTask<>(task);
        start(call, result);
        try {
            return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            call.cancel();
            throw ExchangeFailure.lasting(Kind.TIMEOUT, "the time for the call is over", null, wire.reached());
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            throw ExchangeFailure.lasting(Kind.INTERRUPTED, "interrupted", e, wire.reached());
        }
    }

    /**
     * Starts a task that works on a call; closing cancels the call while it runs.
     *
     * @throws ExchangeFailure when the client was closed
     */
    void start(Call call, Runnable task) throws ExchangeFailure {
        Running work = new Running(call);
        running.add(work);
        try {
            execute(() -> {
                try {
                    task.run();
                } finally {
                    running.remove(work);
                }
            });
        } catch (RejectedExecutionException e) {
            running.remove(work);
            throw ExchangeFailure.lasting(Kind.CANCELLED, "the client is closed", null, false);
        }
        // Whoever closed the client between the two lines above did not see this call.
        if (closed) {
            call.cancel();
        }
    }

    /** One piece of work on a call, of which the next can begin before this one has ended; not equal to any other. */
    private static final class Running {
        private final Call call;

        Running(Call call) {
            this.call = call;
        }
    }

    /** A virtual thread's call runs on another one, where those do not hold on to what they wait on. */
    private void execute(Runnable task) {
        Optional<Thread> virtual = closed ? Optional.empty() : VirtualThreads.like(Thread.currentThread(), task);
        if (virtual.isPresent()) {
            virtual.get().start();
        } else {
            threads.execute(task);
        }
    }

    /** Takes no more calls and cancels those that run. */
    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        running.forEach(work -> work.call.cancel());
    }
}
