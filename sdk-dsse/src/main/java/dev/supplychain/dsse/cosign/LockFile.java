package dev.supplychain.dsse.cosign;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lock that processes share by a file of its own. The file is never what is guarded: closing any channel of a file gives
 * up all locks that this JVM has on it.
 */
final class LockFile implements Closeable {
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FileChannel channel;

    private LockFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock for one alone, as soon as nobody else has it.
     *
     * @throws IOException when somebody else has it for too long, or the file cannot be written
     */
    static LockFile exclusive(Path file) throws IOException {
        return take(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), false);
    }

    /**
     * Takes the lock with others who only look.
     *
     * @throws IOException when somebody has it alone for too long, or the file cannot be read
     */
    static LockFile shared(Path file) throws IOException {
        return take(file, Set.of(StandardOpenOption.READ), true);
    }

    private static LockFile take(Path file, Set<OpenOption> options, boolean shared) throws IOException {
        FileChannel channel = FileChannel.open(file, options);
        try {
            long start = System.nanoTime();
            while (tryLock(channel, shared) == null) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IOException(
                            file + " is locked by somebody else for more than " + PATIENCE.toSeconds() + " seconds");
                }
                pause();
            }
            return new LockFile(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            // Somebody in this JVM has it.
            return null;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a lock");
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
