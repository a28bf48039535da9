package dev.supplychain.clients.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers with whatever bytes a test wants, or hangs up. */
public final class RawServer implements AutoCloseable {
    /** What the server does with a connection after it has read a request. */
    @FunctionalInterface
    public interface Script {
        /** Writes an answer or breaks the connection; the socket is closed afterwards. */
        void answer(Socket socket, OutputStream out) throws Exception;
    }

    private final ServerSocket listening;
    private final String greeting;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private RawServer(String greeting) throws IOException {
        this.greeting = greeting;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** A server that does the same with every request. */
    public static RawServer start(Script script) throws IOException {
        return start("", script);
    }

    /** A server that speaks before it is asked. */
    public static RawServer greeting(String text) throws IOException {
        return start(text, (socket, out) -> {});
    }

    /** A server that answers without waiting for a request's end. */
    public static RawServer binary(Script script) throws IOException {
        RawServer server = new RawServer("");
        server.threads.execute(() -> server.accept(
                (socket, out) -> {
                    socket.getInputStream().read();
                    script.answer(socket, out);
                },
                false));
        return server;
    }

    private static RawServer start(String greeting, Script script) throws IOException {
        RawServer server = new RawServer(greeting);
        server.threads.execute(() -> server.accept(script, true));
        return server;
    }

    /** A server that writes the same bytes to every request and closes the connection. */
    public static RawServer writing(String answer) throws IOException {
        return start((socket, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** A server that reads requests and never answers. */
    public static RawServer silent() throws IOException {
        return start((socket, out) -> socket.getInputStream().read());
    }

    public String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The requests read so far: request line, headers, blank line. */
    public List<String> requests() {
        return requests;
    }

    private void accept(Script script, boolean speaksHttp) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                threads.execute(() -> {
                    if (speaksHttp) {
                        serve(socket, script);
                    } else {
                        answer(socket, script);
                    }
                });
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void answer(Socket socket, Script script) {
        try (socket) {
            script.answer(socket, socket.getOutputStream());
        } catch (Exception e) {
            // The client has hung up, or the test is over.
        }
    }

    private void serve(Socket socket, Script script) {
        try (socket) {
            socket.getOutputStream().write(greeting.getBytes(StandardCharsets.ISO_8859_1));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            if (head.isEmpty()) {
                return;
            }
            requests.add(head.toString());
            script.answer(socket, socket.getOutputStream());
        } catch (Exception e) {
            // The client has hung up, or the test is over.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
