package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualThreadsTest {
    private static final int CALLS = 1000;
    private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n"
                    + "Connection: close\r\n\r\n{\"code\":5}")
            .getBytes(StandardCharsets.US_ASCII);

    @Test
    void a_platform_threads_call_stays_on_platform_threads() {
        assertThat(VirtualThreads.like(Thread.currentThread(), () -> {})).isEmpty();
    }

    @Test
    void a_thousand_calls_wait_at_the_same_time_and_pin_no_carrier(@TempDir Path directory) throws Exception {
        assumeTrue(Runtime.version().feature() >= 24, "virtual threads hold on to their carriers before Java 24");
        loadClasses();
        CountDownLatch allAreIn = new CountDownLatch(CALLS);
        AtomicInteger answered = new AtomicInteger();
        List<Thread> platform = new ArrayList<>();
        try (RawServer server = RawServer.start((socket, out) -> answer(allAreIn, out));
                Echo echo = new Echo(new Recorded()
                        .options(server.url())
                        .callTimeout(Duration.ofMinutes(2))
                        .readTimeout(Duration.ofMinutes(2))
                        .connectTimeout(Duration.ofMinutes(2))
                        .build());
                Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(1));
            recording.start();
            CountDownLatch done = new CountDownLatch(CALLS);
            for (int i = 0; i < CALLS; i++) {
                startVirtual(() -> {
                    if (echo.get().code().orElse(0) == 5) {
                        answered.incrementAndGet();
                    }
                    done.countDown();
                });
            }
            assertThat(allAreIn.await(2, TimeUnit.MINUTES)).isTrue();
            platform.addAll(Thread.getAllStackTraces().keySet());
            assertThat(done.await(2, TimeUnit.MINUTES)).isTrue();
            recording.stop();
            Path file = directory.resolve("pinned.jfr");
            recording.dump(file);

            assertThat(answered).hasValue(CALLS);
            assertThat(platform).noneMatch(thread -> thread.getName().startsWith("supply-chain-sdk-http"));
            assertThat(pinnedInCalls(file)).isEmpty();
        }
    }

    /** What loads or initialises a class pins its thread everywhere, once, and is nobody's waiting. */
    private static void loadClasses() throws Exception {
        try (RawServer server = RawServer.start((socket, out) -> out.write(ANSWER));
                Echo echo = new Echo(new Recorded().options(server.url()).build())) {
            CountDownLatch done = new CountDownLatch(1);
            startVirtual(() -> {
                echo.get();
                done.countDown();
            });
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static void answer(CountDownLatch allAreIn, OutputStream out) throws Exception {
        allAreIn.countDown();
        allAreIn.await();
        out.write(ANSWER);
    }

    private static void startVirtual(Runnable task) throws ReflectiveOperationException {
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }

    private static List<RecordedEvent> pinnedInCalls(Path file) throws Exception {
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getStackTrace() != null
                        && event.getStackTrace().getFrames().stream().noneMatch(VirtualThreadsTest::loadsClasses))
                .toList();
    }

    private static boolean loadsClasses(RecordedFrame frame) {
        return frame.getMethod().getName().equals("<clinit>")
                || frame.getMethod().getType().getName().endsWith("ClassLoader");
    }
}
