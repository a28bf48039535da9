package dev.supplychain.bench.json;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A server in a JVM of its own that says the same to every request, so that what it costs is not counted among the
 * clients: an occurrence to every POST, a thousand to a batch, and newline-delimited JSON to {@code GET /lines}.
 */
final class CannedServer implements AutoCloseable {
    private static final int BATCH = 1000;
    private static final int LINES = 10_000;

    private final Process process;
    private final String url;

    private CannedServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static CannedServer start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CannedServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        StringBuilder port = new StringBuilder();
        for (int c = process.getInputStream().read();
                c >= '0';
                c = process.getInputStream().read()) {
            port.append((char) c);
        }
        return new CannedServer(process, "http://127.0.0.1:" + port);
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Prints the port and serves until it is killed. */
    public static void main(String[] args) throws IOException {
        byte[] one = answer("application/json", GeneratedJson.occurrence());
        byte[] batch = answer("application/json", GeneratedJson.occurrences(BATCH));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        GeneratedJson.writeLines(LINES, lines);
        byte[] all = answer("application/x-ndjson", lines.toByteArray());
        try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println(listening.getLocalPort());
            System.out.flush();
            while (true) {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                Thread thread = new Thread(() -> serve(socket, one, batch, all));
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private static byte[] answer(String type, byte[] body) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        answer.write(body);
        return answer.toByteArray();
    }

    private static void serve(Socket socket, byte[] one, byte[] batch, byte[] all) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            while (true) {
                String head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                in.skipNBytes(length(head));
                String line = head.substring(0, head.indexOf('\r'));
                out.write(line.contains("/lines") ? all : line.contains(":batchCreate") ? batch : one);
                out.flush();
            }
        } catch (IOException e) {
            // The client has hung up.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            int end = head.length();
            if (c == '\n' && end >= 4 && head.charAt(end - 3) == '\n') {
                return head.toString();
            }
        }
        return "";
    }

    private static long length(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        return at < 0
                ? 0
                : Long.parseLong(lower.substring(at + "content-length:".length(), lower.indexOf('\r', at))
                        .strip());
    }
}
