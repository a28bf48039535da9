package dev.supplychain.testkit.fake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A client's connection, and what can be done to it besides answering. */
final class Connection extends Socket {
    private static final int PAUSE_MILLIS = 20;

    private final Map<Thread, Connection> serving;

    /**
     * A socket that is not connected yet.
     *
     * @param serving is told which thread reads from this connection, as long as it is open
     */
    Connection(Map<Thread, Connection> serving) {
        this.serving = serving;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                serving.put(Thread.currentThread(), Connection.this);
                return super.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                serving.put(Thread.currentThread(), Connection.this);
                return super.read(buffer, offset, length);
            }
        };
    }

    void send(byte[] bytes) throws IOException {
        getOutputStream().write(bytes);
        getOutputStream().flush();
    }

    void send(String latin1) throws IOException {
        send(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends one byte, then pauses, then the next, until all are sent or the client has left. */
    void drip(byte[] bytes) throws IOException {
        for (byte b : bytes) {
            send(new byte[] {b});
            if (!pause()) {
                return;
            }
        }
    }

    /** Says nothing until the client has left. */
    void waitForEnd() throws IOException {
        while (pause()) {
            // The pause is all there is to do.
        }
    }

    /** Lets some time pass; false when the client has left meanwhile. */
    private boolean pause() throws IOException {
        setSoTimeout(PAUSE_MILLIS);
        try {
            return super.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        serving.values().remove(this);
        super.close();
    }

    /** Ends the connection with a reset, as a crashed machine or a strict firewall does. */
    void reset() throws IOException {
        setSoLinger(true, 0);
        close();
    }
}
