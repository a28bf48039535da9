package dev.supplychain.testkit.fake;

import java.io.IOException;

/** How an answer gets to the client. */
sealed interface Delivery {
    /** As a server should. */
    record Proper(FakeAnswer answer) implements Delivery {}

    /** Letter by letter, as no server should; the connection is closed behind it. */
    record Raw(WireScript script) implements Delivery {}

    /** What is done to a connection. */
    @FunctionalInterface
    interface WireScript {
        /** Writes an answer or a part of it, or breaks the connection. */
        void play(Connection connection) throws IOException;
    }
}
