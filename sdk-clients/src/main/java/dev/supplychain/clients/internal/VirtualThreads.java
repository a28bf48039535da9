package dev.supplychain.clients.internal;

import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Virtual threads, where the JVM has them and they let go of their carrier inside {@code synchronized}: from Java 24 on.
 *
 * @see <a href="https://openjdk.org/jeps/491">JEP 491</a>
 */
final class VirtualThreads {
    private static final int FIRST_WITHOUT_PINNING = 24;
    private static final Optional<VirtualThreads> HERE = find();

    private final Method isVirtual;
    private final Method ofVirtual;
    private final Method unstarted;

    private VirtualThreads(Method isVirtual, Method ofVirtual, Method unstarted) {
        this.isVirtual = isVirtual;
        this.ofVirtual = ofVirtual;
        this.unstarted = unstarted;
    }

    /** A virtual thread that is not started, if the given one is virtual. */
    static Optional<Thread> like(Thread thread, Runnable task) {
        return HERE.filter(here -> here.isVirtual(thread)).map(here -> here.create(task));
    }

    private static Optional<VirtualThreads> find() {
        if (Runtime.version().feature() < FIRST_WITHOUT_PINNING) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VirtualThreads(
                    Thread.class.getMethod("isVirtual"),
                    Thread.class.getMethod("ofVirtual"),
                    Class.forName("java.lang.Thread$Builder").getMethod("unstarted", Runnable.class)));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private boolean isVirtual(Thread thread) {
        try {
            return (boolean) isVirtual.invoke(thread);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private Thread create(Runnable task) {
        try {
            return (Thread) unstarted.invoke(ofVirtual.invoke(null), task);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the JVM gives no virtual thread", e);
        }
    }
}
