package dev.supplychain.clients.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The body of a request.
 *
 * @param mediaType its {@code Content-Type}; empty for none
 * @param length in bytes
 * @param inMemory whether it was there at once; a call with another one has the time of a transfer
 * @param source opens it, once for each attempt
 */
public record Content(String mediaType, long length, boolean inMemory, Source source) {
    /** Opens a body from its beginning. */
    @FunctionalInterface
    public interface Source {
        /** The bytes. */
        InputStream open() throws IOException;
    }

    /** Bytes in memory. */
    public static Content of(String mediaType, byte[] bytes) {
        return new Content(mediaType, bytes.length, true, () -> new ByteArrayInputStream(bytes));
    }

    /** So many bytes from somewhere, which are never in memory together. */
    public static Content of(String mediaType, long length, Source source) {
        return new Content(mediaType, length, false, source);
    }

    /**
     * A file, which must not change before the call has ended.
     *
     * @throws IOException when there is none
     */
    public static Content ofFile(String mediaType, Path file) throws IOException {
        return of(mediaType, Files.size(file), () -> Files.newInputStream(file));
    }
}
