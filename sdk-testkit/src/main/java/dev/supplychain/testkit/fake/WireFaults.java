package dev.supplychain.testkit.fake;

import dev.supplychain.model.Bytes;
import dev.supplychain.testkit.fake.Delivery.Raw;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Faults of connections and of HTTP itself, written by hand because no server would. */
final class WireFaults {
    private static final int BOMB_MEBIBYTES = 64;
    private static final int MEBIBYTE = 1 << 20;
    /** More than any client should read, and little enough that a test with a bad client ends. */
    private static final int ENDLESS_STEPS = 4096;

    private static final String STEP = "a".repeat(64 << 10);

    private WireFaults() {}

    static Delivery reset(FaultyCall call) {
        return new Raw(Connection::reset);
    }

    static Delivery closed(FaultyCall call) {
        return new Raw(Connection::close);
    }

    static Delivery answerLost(FaultyCall call) {
        call.own();
        return new Raw(Connection::reset);
    }

    static Delivery silence(FaultyCall call) {
        return new Raw(Connection::waitForEnd);
    }

    static Delivery resetInBody(FaultyCall call) {
        FakeAnswer own = call.own();
        byte[] body = own.body().toByteArray();
        return new Raw(connection -> {
            connection.send(head(own, "Content-Length: " + (body.length + 1)));
            connection.send(Arrays.copyOf(body, body.length / 2));
            connection.reset();
        });
    }

    static Delivery closedInBody(FaultyCall call) {
        FakeAnswer own = call.own();
        return new Raw(connection -> {
            connection.send(head(own, "Content-Length: " + (own.body().size() + 1)));
            connection.send(own.body().toByteArray());
        });
    }

    static Delivery slowHeaders(FaultyCall call) {
        FakeAnswer own = call.own();
        return new Raw(connection -> {
            connection.drip(bytes("HTTP/1.1 " + own.status() + " OK\r\nX-Slow: " + STEP));
        });
    }

    static Delivery slowBody(FaultyCall call) {
        FakeAnswer own = call.own();
        return new Raw(connection -> {
            connection.send(head(own, "Content-Length: " + (own.body().size() + STEP.length())));
            connection.drip(own.body().toByteArray());
            connection.drip(bytes(STEP));
        });
    }

    static Delivery truncatedChunks(FaultyCall call) {
        FakeAnswer own = call.own();
        return new Raw(connection -> {
            connection.send(head(own, "Transfer-Encoding: chunked"));
            connection.send(chunk(own.body().toByteArray()));
        });
    }

    static Delivery badChunkSize(FaultyCall call) {
        FakeAnswer own = call.own();
        return new Raw(connection -> {
            connection.send(head(own, "Transfer-Encoding: chunked"));
            connection.send(chunk(own.body().toByteArray()));
            connection.send("size\r\n");
        });
    }

    static Delivery wrongLength(FaultyCall call) {
        FakeAnswer own = call.own();
        byte[] body = own.body().toByteArray();
        return new Raw(connection -> {
            connection.send(head(own, "Content-Length: " + Math.max(0, body.length - 1)));
            connection.send(body);
        });
    }

    static Delivery cutInLine(FaultyCall call) {
        FakeAnswer own = call.own();
        return new Raw(connection -> {
            connection.send(head(own, "Transfer-Encoding: chunked"));
            connection.send(chunk(BodyFaults.cutInLastLine(own.body()).toByteArray()));
        });
    }

    static Delivery endlessLine(FaultyCall call) {
        FakeAnswer own = call.own();
        return new Raw(connection -> {
            connection.send(head(own, "Transfer-Encoding: chunked"));
            connection.send(chunk(own.body().toByteArray()));
            connection.send(chunk(bytes("{\"details\":\"")));
            sendEndlessly(connection, chunk(bytes(STEP)));
        });
    }

    static Delivery gzipBomb(FaultyCall call) {
        byte[] bomb = zeros();
        return new Raw(connection -> {
            connection.send(head(json(Bytes.of(bomb)), "Content-Encoding: gzip", "Content-Length: " + bomb.length));
            connection.send(bomb);
        });
    }

    static Delivery endlessBody(FaultyCall call) {
        return new Raw(connection -> {
            connection.send(head(json(Bytes.of(new byte[0])), "Transfer-Encoding: chunked"));
            connection.send(chunk(bytes("{\"name\":\"")));
            sendEndlessly(connection, chunk(bytes(STEP)));
        });
    }

    static Delivery oversizedBody(FaultyCall call) {
        return new Raw(connection -> {
            connection.send(head(json(Bytes.of(new byte[0])), "Content-Length: " + (1L << 40)));
            connection.send("{\"name\":\"");
            sendEndlessly(connection, bytes(STEP));
        });
    }

    static Delivery endlessHeaders(FaultyCall call) {
        return new Raw(connection -> {
            connection.send("HTTP/1.1 200 OK\r\n");
            sendEndlessly(connection, bytes("X-More: " + "a".repeat(4096) + "\r\n"));
        });
    }

    private static void sendEndlessly(Connection connection, byte[] step) throws IOException {
        for (int i = 0; i < ENDLESS_STEPS; i++) {
            connection.send(step);
        }
    }

    private static FakeAnswer json(Bytes body) {
        return new FakeAnswer(200, Map.of("Content-Type", "application/json"), body);
    }

    /** The head of an answer, with these lines instead of its own about length and connection. */
    private static String head(FakeAnswer answer, String... lines) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Content-Length"));
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Fault\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        for (String line : lines) {
            head.append(line).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString();
    }

    private static byte[] chunk(byte[] data) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes(bytes(Integer.toHexString(data.length) + "\r\n"));
        chunk.writeBytes(data);
        chunk.writeBytes(bytes("\r\n"));
        // A chunk of nothing would be the last one.
        return data.length == 0 ? new byte[0] : chunk.toByteArray();
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zeros() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            byte[] zeros = new byte[MEBIBYTE];
            for (int i = 0; i < BOMB_MEBIBYTES; i++) {
                gzip.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
