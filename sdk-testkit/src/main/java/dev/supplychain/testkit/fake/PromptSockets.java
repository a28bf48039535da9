package dev.supplychain.testkit.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;

/**
 * Sockets that send small packets at once, and are known to the thread that reads from them. The server writes the head
 * and the body of an answer apart; without the first the body waits some 40 ms for the other side's acknowledgement.
 */
final class PromptSockets extends ServerSocketFactory {
    private final Map<Thread, Connection> serving = new ConcurrentHashMap<>();

    /** The connection that this thread has read its request from. */
    Connection current() {
        return Objects.requireNonNull(serving.get(Thread.currentThread()), "this thread serves no connection");
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                Connection connection = new Connection(serving);
                implAccept(connection);
                connection.setTcpNoDelay(true);
                return connection;
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException();
    }
}
